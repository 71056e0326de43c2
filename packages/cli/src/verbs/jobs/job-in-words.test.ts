import { describe, expect, it } from 'vitest'
import { abortInWords, retriesInWords, rolloutInWords, timeoutInWords } from './job-in-words.ts'

describe('a rollout', () => {
  const exponential = (rateIncreaseCriteria: object) => ({ baseRatePerMinute: 20, incrementFactor: 1.5, rateIncreaseCriteria })
  it.each<[Parameters<typeof rolloutInWords>[0], string | undefined]>([
    [{}, undefined],
    [{ maximumPerMinute: 9 }, '9 a minute at most'],
    [{ exponentialRate: exponential({ numberOfSucceededThings: 20 }) }, '20 a minute, 1.5 times as many after each 20 that succeeded'],
    [
      { maximumPerMinute: 500, exponentialRate: exponential({ numberOfNotifiedThings: 7 }) },
      '20 a minute, 1.5 times as many after each 7 that were told, 500 at most',
    ],
  ])('%j is %s', (config, words) => {
    expect(rolloutInWords(config)).toBe(words)
  })
})

it.each(['ALL', 'FAILED', 'REJECTED', 'TIMED_OUT'] as const)('says when a job is taken back, by %s', (failureType) => {
  const words = { ALL: 'failed, were rejected or timed out', FAILED: 'failed', REJECTED: 'were rejected', TIMED_OUT: 'timed out' }
  expect(abortInWords({ failureType, action: 'CANCEL', thresholdPercentage: 12.5, minNumberOfExecutedThings: 3 }))
    .toBe(`where 12.5 % ${words[failureType]}, after 3`)
})

it.each([[{}, undefined], [{ inProgressTimeoutInMinutes: 10 }, '10 min']])('%j is a time-out of %s', (config, words) => {
  expect(timeoutInWords(config)).toBe(words)
})

it.each<[Parameters<typeof retriesInWords>[0], string | undefined]>([
  [{ criteriaList: undefined }, undefined], [{ criteriaList: [] }, undefined],
  [{ criteriaList: [{ failureType: 'TIMED_OUT', numberOfRetries: 1 }, { failureType: 'FAILED', numberOfRetries: 2 }] }, 'TIMED_OUT 1, FAILED 2'],
])('%j is tried again %s', (config, words) => {
  expect(retriesInWords(config)).toBe(words)
})
