import { message } from './function-response.ts'

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
export const API_BODY_BYTES_MAX = 10 * 1024 * 1024
const HEAD_BYTES_MAX = 10_240

export const apiBodyTooLarge = (): Response => message(413, 'Request Entity Too Large')

/** The answer to a request whose request line and header values are longer than API Gateway takes; else `undefined`. */
export function apiHeadRefusal({ method, headers }: Request, pathAndQuery: string): Response | undefined {
  let bytes = `${method} ${pathAndQuery} HTTP/1.1`.length
  // A value has one character for each of its bytes.
  headers.forEach((value) => void (bytes += value.length))
  return bytes > HEAD_BYTES_MAX ? message(431, 'Request Header Fields Too Large') : undefined
}
