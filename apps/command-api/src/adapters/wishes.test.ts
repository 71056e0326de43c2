import { expect, it } from 'vitest'
import { refusingIot } from '../testing/refusing-iot.ts'
import { WishRefused } from '../writers/ports.ts'
import { iotWishes } from './wishes.ts'

// https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-error-messages.html
it.each<[number, string, boolean]>([
  [400, 'InvalidRequestException', true],
  [413, 'RequestEntityTooLargeException', true],
  [401, 'UnauthorizedException', false],
  [429, 'ThrottlingException', false],
  [500, 'InternalFailureException', false],
  [503, 'ServiceUnavailableException', false],
])('tells by %i %s whether a keg is refused for good: %s', async (status, code, isForGood) => {
  const { read, wishAt } = iotWishes(refusingIot(status, code))
  const failures = await Promise.all(
    [read('k 1'), wishAt('k 1', { targetCelsius: 4 }, 1)].map((asked) => asked.then(() => undefined, (error: unknown) => error)),
  )
  expect(failures.map((error) => [error instanceof Error, error instanceof WishRefused])).toEqual([[true, isForGood], [true, isForGood]])
})
