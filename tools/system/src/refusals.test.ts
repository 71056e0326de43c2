import { expect, it } from 'vitest'
import { Refusals } from './refusals.ts'

const line = (atMs: number, level: 'info' | 'warn' | 'error') =>
  ({ level, source: 'iot', message: 'x', iot: { atMs, level, event: 'connection-refused', message: 'x' } }) as const

it('keeps what somebody may not receive', () => {
  const refusals = new Refusals()
  const iot = { atMs: 1, level: 'info', event: 'receive-denied', clientId: 'k-1', topic: 'a', message: 'x' } as const
  refusals.hear({ level: 'info', source: 'iot', message: 'x', iot })
  expect(refusals.newest).toEqual([iot])
})

it('keeps the last hundred that are no mere news, the newest first', () => {
  const refusals = new Refusals()
  refusals.hear({ level: 'warn', source: 'cloud', message: 'x' })
  for (let atMs = 0; atMs < 250; atMs++) refusals.hear(line(atMs, atMs % 2 === 0 ? 'warn' : 'info'))
  refusals.hear(line(250, 'error'))
  expect(refusals.newest.map(({ atMs }) => atMs)).toEqual(Array.from({ length: 100 }, (_, index) => 250 - 2 * index))
})
