import { ManualClock } from '@keg/mqtt-broker/testing'
import { expect, it } from 'vitest'
import { StateQuestions } from './state-questions.ts'

it('asks again for what was not told, less and less often, until it is told or the line goes', () => {
  const clock = new ManualClock()
  const asked: string[] = []
  const known = new Set(['k-1', 'k-2'])
  const questions = new StateQuestions({ clock, knows: (kegId) => known.has(kegId), ask: (kegId) => void asked.push(kegId) })
  const after = (ms: number) => {
    clock.advance(ms)
    return asked.splice(0)
  }
  questions.ask(['k-1', 'k-2'])
  expect(asked.splice(0)).toEqual(['k-1', 'k-2'])
  questions.answered('k-1')
  expect(after(1_999)).toEqual([])
  expect([after(1), after(2_000), after(2_000)]).toEqual([['k-2'], [], ['k-2']])
  for (let times = 0; times < 12; times++) after(600_000)
  expect(after(600_000)).toEqual(['k-2'])
  questions.answered('k-2')
  expect(after(6_000_000)).toEqual([])
  questions.ask(['k-1'])
  questions.stop()
  expect([asked.splice(0), after(6_000_000)]).toEqual([['k-1'], []])
  questions.ask(['k-1', 'k-2'])
  asked.length = 0
  known.delete('k-2')
  expect(after(2_000)).toEqual(['k-1'])
})
