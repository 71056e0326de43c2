import { expect, it } from 'vitest'
import { answeringIot, refusingIot } from '../testing/refusing-iot.ts'
import { iotShadows } from './iot.ts'

// https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-error-messages.html
it.each<[number, string, number | undefined, boolean]>([
  [409, 'ConflictException', 7, true],
  [400, 'InvalidRequestException', 7, true],
  [400, 'InvalidRequestException', undefined, false],
  [401, 'UnauthorizedException', 7, false],
  [429, 'ThrottlingException', 7, false],
  [500, 'InternalFailureException', 7, false],
])('tells by %i %s of a wish at version %s whether the shadow is at another: %s', async (status, code, version, isStale) => {
  const asked = iotShadows(refusingIot(status, code)).setDesired('k-1', { targetCelsius: 4 }, version)
  if (isStale) expect(await asked).toBeUndefined()
  else await expect(asked).rejects.toThrow()
})

const timestamp = 1_790_000_000
it.each<[string, unknown, unknown]>([
  ['when each wish was made', { desired: { targetCelsius: { timestamp } } }, { targetCelsius: { timestamp } }],
  ['nothing of the times, where there is none', {}, undefined],
  ['nothing of the times of what is no setting', { desired: { blend: [{ timestamp }] } }, undefined],
])('reads %s', async (_, metadata, desiredMetadata) => {
  const iot = answeringIot(200, { state: { desired: { targetCelsius: 4 } }, metadata, version: 3, timestamp })
  expect(await iotShadows(iot).read('k-1')).toEqual({
    version: 3, desired: { targetCelsius: 4 }, reported: {}, ...(desiredMetadata === undefined ? {} : { desiredMetadata }),
  })
})
