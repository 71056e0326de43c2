import { ServiceException } from '@keg/aws-service'
import type { Lambda } from './lambda.ts'
import { responseStream } from './response-streaming-api.ts'

const streamingInvocations = /^\/2021-11-15\/functions\/([^/]+)\/response-streaming-invocations\/?$/
const invocations = /^\/2015-03-31\/functions\/([^/]+)\/invocations\/?$/
/** @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html */
const MAX_SYNC_PAYLOAD_BYTES = 6 * 1024 * 1024

/**
 * Answers `Invoke`, synchronous (`RequestResponse`), asynchronous (`Event`) and as a `DryRun`, and `InvokeWithResponseStream`, whose
 * bodies are the function's own; `undefined` for any other operation. Rejects with `ServiceException` for what Lambda refuses.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html
 */
export function invokeApi(lambda: Lambda, request: Request): Promise<Response> | undefined {
  if (request.method !== 'POST') return undefined
  const { pathname, searchParams } = new URL(request.url)
  const named = (name: string) => withQualifier(decodeURIComponent(name), searchParams.get('Qualifier'))
  const [, name] = invocations.exec(pathname) ?? []
  if (name !== undefined) return invoke(lambda, named(name), request)
  const [, streamingName] = streamingInvocations.exec(pathname) ?? []
  return streamingName === undefined ? undefined : invokeWithResponseStream(lambda, named(streamingName), request)
}

async function invoke(lambda: Lambda, functionName: string, request: Request): Promise<Response> {
  const event = await request.text()
  checkEvent(event)
  const type = request.headers.get('x-amz-invocation-type') ?? 'RequestResponse'
  if (type === 'DryRun') return lambda.definition(functionName) && new Response(null, { status: 204 })
  if (type === 'Event')
    return new Response(null, { status: 202, headers: { 'x-amzn-requestid': lambda.invokeAsync(functionName, event || '{}') } })
  if (type !== 'RequestResponse') {
    throw new ServiceException('InvalidParameterValueException', 400, `Value ${type} at 'invocationType' is not a known type.`)
  }
  const tail = request.headers.get('x-amz-log-type') === 'Tail'
  const { payload, functionError, requestId, logTail } = await lambda.invoke(functionName, event || '{}', {
    tail, clientContext: clientContextOf(request),
  })
  return new Response(payload, {
    headers: {
      'content-type': 'application/json',
      'x-amzn-requestid': requestId,
      'x-amz-executed-version': lambda.definition(functionName).version ?? '$LATEST',
      ...(logTail === undefined ? {} : { 'x-amz-log-result': logTail }),
      ...(functionError === undefined ? {} : { 'x-amz-function-error': functionError }),
    },
  })
}

async function invokeWithResponseStream(lambda: Lambda, functionName: string, request: Request): Promise<Response> {
  const event = await request.text()
  checkEvent(event)
  const tail = request.headers.get('x-amz-log-type') === 'Tail'
  const result = await lambda.invoke(functionName, event || '{}', { tail, clientContext: clientContextOf(request) })
  const version = lambda.definition(functionName).version ?? '$LATEST'
  const headers = {
    'content-type': 'application/vnd.amazon.eventstream', 'x-amzn-requestid': result.requestId, 'x-amz-executed-version': version,
  }
  return new Response(responseStream(result, result.logTail), { headers })
}

/** It comes as JSON in Base64. */
function clientContextOf(request: Request): string | undefined {
  const header = request.headers.get('x-amz-client-context')
  const text = header === null ? undefined : Buffer.from(header, 'base64').toString()
  try {
    return text === undefined ? undefined : JSON.stringify(JSON.parse(text))
  } catch {
    throw new ServiceException('InvalidRequestContentException', 400, 'Client context must be a valid Base64-encoded JSON object.')
  }
}

function withQualifier(name: string, qualifier: string | null): string {
  return qualifier === null ? name : `${name}:${qualifier}`
}

function checkEvent(event: string): void {
  if (Buffer.byteLength(event) > MAX_SYNC_PAYLOAD_BYTES) {
    throw new ServiceException(
      'RequestTooLargeException', 413, `Request must be smaller than ${MAX_SYNC_PAYLOAD_BYTES} bytes for the InvokeFunction operation`,
    )
  }
  if (event === '') return
  try {
    JSON.parse(event)
  } catch (error) {
    throw new ServiceException(
      'InvalidRequestContentException', 400, `Could not parse request body into json: ${error instanceof Error ? error.message : ''}`,
    )
  }
}
