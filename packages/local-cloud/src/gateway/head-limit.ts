import type { HttpApis } from '../services/http-api/http-apis.ts'
import { apiHeadRefusal } from '../services/http-api/limits.ts'
import { API_PREFIX, apiIdOf, pathInApi } from '../services/http-api/paths.ts'

/** The answer to a request of an HTTP API whose request line and header values are longer than API Gateway takes; else `undefined`. */
export function headRefusal(
  head: Request, { httpApis }: { readonly httpApis: Pick<HttpApis, 'isFunctionUrl'> | undefined },
): Response | undefined {
  const { pathname, search } = new URL(head.url)
  if (!pathname.startsWith(API_PREFIX) || httpApis?.isFunctionUrl(apiIdOf(pathname)) === true) return undefined
  return apiHeadRefusal(head, `${pathInApi(head)}${search}`)
}
