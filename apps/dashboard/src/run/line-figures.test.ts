import { expect, it } from 'vitest'
import { LineMeter } from './line-figures.ts'

it('counts what came within ten seconds', () => {
  const meter = new LineMeter()
  expect(meter.figures(0)).toEqual({ messagesPerSec: 0, bytesPerSec: 0, lagMs: undefined })
  meter.take(1_000, 0, 0)
  for (let at = 0; at < 20; at++) meter.take(100, 10_001 + at, 10_000)
  meter.take(100, 10_100)
  expect(meter.figures(10_200)).toEqual({ messagesPerSec: 2.1, bytesPerSec: 210, lagMs: 11 })
})

it('stays small, and right, on a busy line', () => {
  const meter = new LineMeter()
  for (let at = 0; at < 10_000; at++) meter.take(1, at, at - 5)
  const { messagesPerSec, lagMs } = meter.figures(10_000)
  expect([Math.round(messagesPerSec / 100), lagMs]).toEqual([10, 5])
})
