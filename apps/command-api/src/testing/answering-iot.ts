import { IoTClient } from '@aws-sdk/client-iot'
import { Readable } from 'node:stream'

/** What AWS IoT is asked. */
export interface IotRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: unknown
}

/** What AWS IoT answers: with `code` an error of that name. */
export interface IotAnswer {
  readonly status?: number
  readonly code?: string
  readonly body?: object
}

/** AWS IoT's control plane, and what it was asked. */
export interface AnsweringIot {
  readonly client: IoTClient
  readonly asked: readonly IotRequest[]
}

/** AWS IoT's control plane, as it answers so. */
export function answeringIot(answer: (request: IotRequest) => IotAnswer): AnsweringIot {
  const asked: IotRequest[] = []
  const handle = async ({ method, path, query, body }: IotRequest & { readonly body: string | undefined }) => {
    const request = { method, path, query, body: body === undefined || body === '' ? undefined : JSON.parse(body) }
    asked.push(request)
    const { code, status: statusCode = code === undefined ? 200 : 400, body: said = {} } = answer(request)
    const headers = { 'content-type': 'application/json', ...(code === undefined ? {} : { 'x-amzn-errortype': code }) }
    return { response: { statusCode, headers, body: Readable.from([JSON.stringify(said)]) } }
  }
  const client = new IoTClient({
    region: 'eu-central-1', endpoint: 'http://iot.test', credentials: { accessKeyId: 'a', secretAccessKey: 's' }, maxAttempts: 1,
    // The SDK asks for no more of a handler than this.
    requestHandler: { handle } as never,
  })
  return { client, asked }
}
