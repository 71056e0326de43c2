import { isRecord } from '@keg/aws-service'
import type { StreamedResponse } from '../lambda/response-stream.ts'

/** What clients get where the function fails or answers nonsense. */
export const internalServerError = (): Response => message(500, 'Internal Server Error')

/** A JSON answer of API Gateway itself. */
export function message(status: number, text: string): Response {
  return new Response(JSON.stringify({ message: text }), { status, headers: { 'content-type': 'application/json' } })
}

/**
 * The HTTP response that a function's answer makes in payload format 2.0: an object with `statusCode` is taken as one,
 * any other JSON becomes the body of a 200.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html#http-api-develop-integrations-lambda.response
 */
export function functionResponse(payload: string): Response {
  const answer: unknown = JSON.parse(payload)
  if (!isRecord(answer) || answer['statusCode'] === undefined) {
    return new Response(typeof answer === 'string' ? answer : payload, { headers: { 'content-type': 'application/json' } })
  }
  const status = Number(answer['statusCode'])
  const { body, headers, cookies } = answer
  if (!Number.isInteger(status) || status < 200 || status > 599 || (body !== undefined && body !== null && typeof body !== 'string'))
    return internalServerError()
  const response = new Headers({ 'content-type': 'text/plain;charset=UTF-8' })
  for (const [name, value] of Object.entries(isRecord(headers) ? headers : {})) response.set(name, String(value))
  for (const cookie of Array.isArray(cookies) ? cookies : []) response.append('set-cookie', String(cookie))
  return new Response(bytes(status, body, answer['isBase64Encoded'] === true), { status, headers: response })
}

/** The response that a streaming handler makes: its prelude has status, headers and cookies. */
export function streamedFunctionResponse({ contentType, prelude, body }: StreamedResponse): Response {
  const whole = { body, isBase64Encoded: true }
  if (prelude === undefined)
    return functionResponse(JSON.stringify({ statusCode: 200, headers: { 'content-type': contentType }, ...whole }))
  const metadata: unknown = JSON.parse(prelude)
  return functionResponse(JSON.stringify({ statusCode: 200, ...(isRecord(metadata) ? metadata : {}), ...whole }))
}

/** In payload format 1.0 there is nothing to guess: an answer without a status is none. */
export function functionResponseOfFirstFormat(payload: string): Response {
  const answer: unknown = JSON.parse(payload)
  if (!isRecord(answer) || answer['statusCode'] === undefined) return internalServerError()
  const response = functionResponse(payload)
  const { multiValueHeaders } = answer
  for (const [name, values] of Object.entries(isRecord(multiValueHeaders) ? multiValueHeaders : {})) {
    response.headers.delete(name)
    for (const value of Array.isArray(values) ? values : [values]) response.headers.append(name, String(value))
  }
  return response
}

function bytes(status: number, body: string | null | undefined, isBase64Encoded: boolean): string | Uint8Array<ArrayBuffer> | null {
  // The Fetch standard lets these have no body.
  if (status === 204 || status === 205 || status === 304) return null
  return isBase64Encoded ? new Uint8Array(Buffer.from(body ?? '', 'base64')) : (body ?? null)
}
