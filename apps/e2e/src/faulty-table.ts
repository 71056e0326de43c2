import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'

/** DynamoDB's answer to a table that has too much to do. */
const THROTTLED = JSON.stringify({
  __type: 'com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException',
  message: 'The level of configured provisioned throughput for the table was exceeded.',
})

/** Stands between a function and DynamoDB, as `AWS_ENDPOINT_URL_DYNAMODB`. */
export interface FaultyTable extends AsyncDisposable {
  readonly url: string
  /** Operations, as `BatchWriteItem`, that are throttled from now on. */
  readonly throttled: Set<string>
  /** How often each was. */
  readonly refused: ReadonlyMap<string, number>
  /** Where DynamoDB is. */
  endpoint: string
}

/** Starts one that lets everything through. */
export async function faultyTable(): Promise<FaultyTable> {
  const refused = new Map<string, number>()
  const server = createServer((incoming, answer) => {
    const { method, url: path, headers } = incoming
    const operation = String(headers['x-amz-target']).split('.')[1] ?? ''
    if (table.throttled.has(operation)) {
      refused.set(operation, (refused.get(operation) ?? 0) + 1)
      incoming.resume()
      return void answer.writeHead(400, { 'content-type': 'application/x-amz-json-1.0' }).end(THROTTLED)
    }
    // What was signed stays as it is, its host too.
    incoming.pipe(request(new URL(path ?? '/', table.endpoint), { method, headers }, (from) =>
      void from.pipe(answer.writeHead(from.statusCode ?? 500, from.headers))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const table: FaultyTable = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, endpoint: '', throttled: new Set(), refused,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return table
}
