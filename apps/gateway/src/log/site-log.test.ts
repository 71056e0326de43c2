import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { siteLog } from './site-log.ts'

function started() {
  const clock = new ManualClock()
  const lines: string[] = []
  return { clock, lines, log: siteLog((line) => lines.push(line), () => clock.nowMs()) }
}

it.each([
  ['a line feed', 'keg-01\ngateway: all is well', 'keg-01\\u{a}gateway: all is well'],
  ['a carriage return and an escape', 'a\r\u001B[2Kb', 'a\\u{d}\\u{1b}[2Kb'],
  ['C1, and separators of Unicode', '\u0085\u2028\u2029', '\\u{85}\\u{2028}\\u{2029}'],
  ['another direction of writing, half a character', '\u202Etxt\uD800', '\\u{202e}txt\\u{d800}'],
  ['letters of any alphabet', 'Größe „5“ 🍺', 'Größe „5“ 🍺'],
])('writes %s as one line', (_, line, written) => {
  const { lines, log } = started()
  log(line)
  expect(lines).toEqual([written])
})

it('writes no line without end', () => {
  const { lines, log } = started()
  log('x'.repeat(100_000))
  expect(lines[0]?.length).toBeLessThan(2_100)
})

it('writes one line a second of a kind, with the count, and of others theirs', () => {
  const { clock, lines, log } = started()
  for (let index = 0; index < 100; index++) log(`from port ${index}: no TLS`, 'tls')
  log('line connected')
  log('line connected')
  clock.advance(1_000)
  log('from port 100: no TLS', 'tls')
  expect(lines).toEqual(['from port 0: no TLS', 'line connected', 'from port 100: no TLS (100 like it since the last)'])
})

it('remembers a bounded number of kinds', () => {
  const { lines, log } = started()
  for (let index = 0; index <= 1_000; index++) log(`line ${index}`)
  log('line 1000')
  log('line 0')
  expect(lines.slice(-2)).toEqual(['line 1000', 'line 0'])
})

it('is the same log where it is one already', () => {
  const { log } = started()
  expect(siteLog(log, () => 0)).toBe(log)
})
