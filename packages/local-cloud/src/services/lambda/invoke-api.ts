import { ServiceError } from '../../gateway/service-error.ts'
import type { Lambda } from './lambda.ts'

const invocations = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/
/** @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_SYNC_PAYLOAD_BYTES = 6 * 1024 * 1024

/**
 * Lambda's `Invoke`, synchronous (`RequestResponse`), asynchronous (`Event`) and as a `DryRun`.
 * Throws `ServiceError` for any other operation and for what Lambda refuses.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export async function invokeApi(lambda: Lambda, request: Request): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url)
  const name = invocations.exec(pathname)?.[1]
  if (request.method !== 'POST' || name === undefined) {
    throw new ServiceError('UnknownOperationException', 404, `${request.method} ${pathname} of Lambda is not emulated: only Invoke is.`)
  }
  const functionName = withQualifier(decodeURIComponent(name), searchParams.get('Qualifier'))
  const event = await request.text()
  checkEvent(event)
  const type = request.headers.get('x-amz-invocation-type') ?? 'RequestResponse'
  if (type === 'DryRun') return lambda.definition(functionName) && new Response(null, { status: 204 })
  if (type === 'Event') return new Response(null, { status: 202, headers: { 'x-amzn-requestid': lambda.invokeAsync(functionName, event || '{}') } })
  if (type !== 'RequestResponse') throw new ServiceError('InvalidParameterValueException', 400, `Value ${type} at 'invocationType' is not a known type.`)
  const { payload, functionError, requestId } = await lambda.invoke(functionName, event || '{}')
  const headers = { 'content-type': 'application/json', 'x-amzn-requestid': requestId, 'x-amz-executed-version': lambda.definition(functionName).version ?? '$LATEST' }
  return new Response(payload, { headers: functionError === undefined ? headers : { ...headers, 'x-amz-function-error': functionError } })
}

function withQualifier(name: string, qualifier: string | null): string {
  return qualifier === null ? name : `${name}:${qualifier}`
}

function checkEvent(event: string): void {
  if (Buffer.byteLength(event) > MAX_SYNC_PAYLOAD_BYTES) {
    throw new ServiceError('RequestTooLargeException', 413, `Request must be smaller than ${MAX_SYNC_PAYLOAD_BYTES} bytes for the InvokeFunction operation`)
  }
  if (event === '') return
  try {
    JSON.parse(event)
  } catch (error) {
    throw new ServiceError('InvalidRequestContentException', 400, `Could not parse request body into json: ${error instanceof Error ? error.message : ''}`)
  }
}
