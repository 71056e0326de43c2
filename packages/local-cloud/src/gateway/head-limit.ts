import { message } from '../services/http-api/function-response.ts'
import type { HttpApis } from '../services/http-api/http-apis.ts'
import { API_PREFIX, apiIdOf, pathInApi } from '../services/http-api/paths.ts'

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const HEAD_BYTES_MAX = 10_240

/** The answer to a request of an HTTP API whose request line and header values are longer than API Gateway takes; else `undefined`. */
export function headRefusal(
  head: Request, { httpApis }: { readonly httpApis: Pick<HttpApis, 'isFunctionUrl'> | undefined },
): Response | undefined {
  const { pathname, search } = new URL(head.url)
  if (!pathname.startsWith(API_PREFIX) || httpApis?.isFunctionUrl(apiIdOf(pathname)) === true) return undefined
  let bytes = `${head.method} ${pathInApi(head)}${search} HTTP/1.1`.length
  // A value has one character for each of its bytes.
  head.headers.forEach((value) => void (bytes += value.length))
  return bytes > HEAD_BYTES_MAX ? message(431, 'Request Header Fields Too Large') : undefined
}
