import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { expiryOf } from './expiry.ts'

it('entries go when their time is over, with one timer at a time', () => {
  const clock = new ManualClock()
  const table = new Map<string, { expiresAtMs: number }>()
  const gone: number[] = []
  const startMs = clock.nowMs()
  const expiry = expiryOf(clock, table, ({ expiresAtMs }) => gone.push(expiresAtMs - startMs))
  const put = (name: string) => {
    table.set(name, { expiresAtMs: clock.nowMs() + 100 })
    expiry.sweep()
  }
  put('a')
  clock.advance(40)
  put('b')
  put('c')
  expect(clock.pending).toBe(1)
  table.delete('b')
  clock.advance(99)
  expect([gone, [...table.keys()], clock.pending]).toEqual([[100], ['c'], 1])
  clock.advance(1)
  expect([gone, table.size, clock.pending]).toEqual([[100, 140], 0, 0])
  put('d')
  expiry.stop()
  put('e')
  expect(clock.pending).toBe(0)
})
