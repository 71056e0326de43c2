import { IoTDataPlaneClient } from '@aws-sdk/client-iot-data-plane'
import { Readable } from 'node:stream'

/** The AWS IoT data plane, as it refuses each request so. */
export const refusingIot = (statusCode: number, code: string): IoTDataPlaneClient =>
  answeringIot(statusCode, { message: code }, { 'x-amzn-errortype': code })

/** The AWS IoT data plane, as it answers each request so. */
export function answeringIot(statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): IoTDataPlaneClient {
  const handle = async () => ({
    response: { statusCode, headers: { 'content-type': 'application/json', ...headers }, body: Readable.from([JSON.stringify(body)]) },
  })
  return new IoTDataPlaneClient({
    region: 'eu-central-1', endpoint: 'http://iot.test', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
    // The SDK asks for no more of a handler than this.
    requestHandler: { handle } as never,
  })
}
