import { expect, it } from 'vitest'
import { answeringIot } from '../testing/answering-iot.ts'
import { iotViolations } from './iot-violations.ts'

it('asks for those of the profile, and answers what AWS has of them', async () => {
  const { client, asked } = answeringIot(() => ({
    body: {
      nextToken: 'next',
      activeViolations: [{
        violationId: 'v-1', thingName: 'k-1', securityProfileName: 'kegs', behavior: { name: 'few-refusals', metric: 'aws:num-authorization-failures' },
        lastViolationValue: { count: 12 }, lastViolationTime: 1_790_000_060, violationStartTime: 1_790_000_000, verificationState: 'UNKNOWN',
      }],
    },
  }))
  expect(await iotViolations('kegs', client).active({ limit: 1, cursor: 'from' })).toEqual({
    cursor: 'next',
    items: [{
      violationId: 'v-1', thingName: 'k-1', profile: 'kegs', behavior: 'few-refusals', metric: 'aws:num-authorization-failures',
      value: { count: 12 }, startedAtMs: 1_790_000_000_000, lastAtMs: 1_790_000_060_000, verificationState: 'UNKNOWN',
    }],
  })
  expect(asked).toMatchObject([{ path: '/active-violations', query: { securityProfileName: 'kegs', maxResults: '1', nextToken: 'from' } }])
})

it.each<[string, string | undefined, object]>([
  ['InvalidRequestException', 'x', { name: 'StoreError', code: 'BAD_CURSOR' }],
  ['InvalidRequestException', undefined, { name: 'InvalidRequestException' }],
  ['ThrottlingException', 'x', { name: 'ThrottlingException' }],
])('tells %s to the cursor %s from what is no fault of the caller', async (code, cursor, error) => {
  const { client } = answeringIot(() => ({ code }))
  await expect(iotViolations('kegs', client).active(cursor === undefined ? {} : { cursor })).rejects.toMatchObject(error)
})
