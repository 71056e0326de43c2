import { describe, expect, it } from 'vitest'
import type { FleetJob } from '../api/operations-api.ts'
import { abortWords, progressOf, rolloutWords } from './job-words.ts'

describe('rolloutWords', () => {
  it.each<[FleetJob['rollout'], string]>([
    [undefined, 'as fast as AWS can'],
    [{}, 'as fast as AWS can'],
    [{ maximumPerMinute: 50 }, 'at most 50 a minute'],
    [
      { maximumPerMinute: 1_000, exponential: { basePerMinute: 5, factor: 2, after: { succeeded: 10 } } },
      '5 a minute, times 2 after each 10 that succeeded, at most 1000 a minute',
    ],
    [{ exponential: { basePerMinute: 5, factor: 1.5, after: { notified: 3 } } }, '5 a minute, times 1.5 after each 3 that were told'],
  ])('%j', (rollout, words) => expect(rolloutWords(rollout)).toBe(words))
})

it('says when a job stops by itself', () => {
  expect(abortWords([
    { failure: 'FAILED', thresholdPercentage: 10, minimumExecutions: 5 }, { failure: 'ALL', thresholdPercentage: 20, minimumExecutions: 9 },
  ])).toEqual(['stops where 10 % end FAILED, once 5 have ended', 'stops where 20 % end without success, once 9 have ended'])
})

it('counts how far a job has come', () => {
  const counts = { queued: 1, inProgress: 2, succeeded: 3, failed: 4, rejected: 5, timedOut: 6, canceled: 7, removed: 8 }
  expect(progressOf({ counts })).toEqual({ all: 36, ended: 33, bad: 15 })
})
