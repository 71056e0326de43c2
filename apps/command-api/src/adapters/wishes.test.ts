import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import { WishRefused } from '../writers/ports.ts'
import { iotWishes } from './wishes.ts'

/** Wishes of kegs behind a service that answers each request so. */
function answering(statusCode: number, code: string) {
  const handle = async () => ({
    response: {
      statusCode, headers: { 'content-type': 'application/json', 'x-amzn-errortype': code },
      body: Readable.from([JSON.stringify({ message: code })]),
    },
  })
  return iotWishes(new IoTDataPlaneClient({
    region: 'eu-central-1', endpoint: 'http://iot.test', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
    // The SDK asks for no more of a handler than this.
    requestHandler: { handle } as never,
  }))
}

// https://docs.aws.amazon.com/iot/latest/developerguide/device-shadow-error-messages.html
it.each<[number, string, boolean]>([
  [400, 'InvalidRequestException', true],
  [413, 'RequestEntityTooLargeException', true],
  [401, 'UnauthorizedException', false],
  [429, 'ThrottlingException', false],
  [500, 'InternalFailureException', false],
  [503, 'ServiceUnavailableException', false],
])('tells by %i %s whether a keg is refused for good: %s', async (status, code, isForGood) => {
  const { read, wishAt } = answering(status, code)
  const failures = await Promise.all(
    [read('k 1'), wishAt('k 1', { targetCelsius: 4 }, 1)].map((asked) => asked.then(() => undefined, (error: unknown) => error)),
  )
  expect(failures.map((error) => [error instanceof Error, error instanceof WishRefused])).toEqual([[true, isForGood], [true, isForGood]])
})
