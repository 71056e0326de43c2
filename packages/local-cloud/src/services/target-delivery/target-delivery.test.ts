import { ServiceException } from '@keg/aws-service'
import { expect, it } from 'vitest'
import { TargetDeliveries, type RetryPolicy } from './target-delivery.ts'

const gone = new ServiceException('ResourceNotFoundException', 404, 'gone')
const busy = new ServiceException('TooManyRequestsException', 429, 'busy')
const wrong = new ServiceException('ValidationException', 400, 'wrong')
const broken = new ServiceException('InternalError', 500, 'broken')

/** A delivery that fails as told, with all pauses jumped over. */
async function outcome(failures: readonly Error[], retryPolicy?: RetryPolicy) {
  let now = 0
  const letters: Readonly<Record<string, string>>[] = []
  const deliveries = new TargetDeliveries({
    nowMs: () => now,
    sleep: async (ms) => void (now += ms),
    sendDeadLetter: async (_, body, attributes) => void letters.push({ body, ...attributes }),
    log: () => undefined,
  })
  let attempts = 0
  const { promise, resolve } = Promise.withResolvers<undefined>()
  await deliveries.deliver({
    what: 'it', targetArn: 'arn:t', retryPolicy,
    send: async (attempt) => {
      attempts = attempt
      const failure = failures[Math.min(attempt, failures.length) - 1]
      if (failure !== undefined && !(attempt > failures.length && failures.length > 1)) throw failure
      resolve(undefined)
    },
    deadLetter: { queueArn: 'arn:q', body: 'b', attributes: ({ code, retries, exhausted = '' }) => {
      resolve(undefined)
      return { code, retries: String(retries), exhausted }
    } },
  })
  await promise
  await deliveries.close()
  return { attempts, seconds: now / 1000, letters: letters.map(({ code, retries, exhausted }) => `${code} ${retries} ${exhausted}`.trim()) }
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
it.each<[string, Parameters<typeof outcome>, Awaited<ReturnType<typeof outcome>>]>([
  ['is done', [[]], { attempts: 1, seconds: 0, letters: [] }],
  ['is done the third time', [[busy, broken]], { attempts: 3, seconds: 3, letters: [] }],
  ['goes nowhere', [[gone]], { attempts: 1, seconds: 0, letters: ['NO_RESOURCE 0'] }],
  ['is wrong', [[wrong]], { attempts: 1, seconds: 0, letters: ['SDK_CLIENT_ERROR 0'] }],
  ['is not tried again', [[busy], { MaximumRetryAttempts: 0 }], {
    attempts: 1, seconds: 0, letters: ['THROTTLING 0 MaximumRetryAttempts'],
  }],
  ['is tried twice more', [[broken], { MaximumRetryAttempts: 2 }], {
    attempts: 3, seconds: 3, letters: ['ERROR_FROM_TARGET 2 MaximumRetryAttempts'],
  }],
  ['grows old', [[broken], { MaximumEventAgeInSeconds: 60 }], {
    attempts: 6, seconds: 31, letters: ['ERROR_FROM_TARGET 5 MaximumEventAgeInSeconds'],
  }],
])('a delivery that %s', async (_, given, expected) => {
  expect(await outcome(...given)).toEqual(expected)
})
