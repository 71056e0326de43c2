import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { OnwardRefused } from '../flow/ingest-batch.ts'
import { iotOnward } from './iot-onward.ts'

/** Publishes to a data plane that answers so; answers what it rejects with. */
async function rejection(status: number, type: string): Promise<unknown> {
  const server = createServer((_request, response) =>
    response.writeHead(status, { 'x-amzn-errortype': type, 'content-type': 'application/json' }).end('{"message":"no"}'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // A server that listens on TCP has an address of this kind.
  const { port } = server.address() as AddressInfo
  const client = new IoTDataPlaneClient({
    endpoint: `http://127.0.0.1:${port}`, region: 'eu-central-1', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
  })
  onTestFinished(() => client.destroy())
  return iotOnward(client)('keg/berlin/k-1/alerts', new Uint8Array([1])).then(() => undefined, (error: unknown) => error)
}

it.each<[number, string, boolean]>([
  [400, 'InvalidRequestException', true],
  [413, 'PayloadTooLargeException', true],
  [405, 'MethodNotAllowedException', true],
  [400, 'ThrottlingException', false],
  [400, 'ExpiredTokenException', false],
  [401, 'UnauthorizedException', false],
  [403, 'ForbiddenException', false],
  [429, 'ThrottlingException', false],
  [500, 'InternalFailureException', false],
  [503, 'ServiceUnavailableException', false],
])('%i %s is refused for good: %s', async (status, type, forGood) => {
  const error = await rejection(status, type)
  expect(error).toMatchObject(forGood ? { message: expect.stringContaining(type) } : { name: type })
  expect(error instanceof OnwardRefused).toBe(forGood)
})
