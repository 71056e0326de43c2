import type { IotState } from '../state/iot-state.ts'
import type { PolicyRequest } from '../operations/data/policy-requests.ts'
import { ServiceException } from '../errors/service-exception.ts'
import { namesAuthorizer, type CustomAuthorizerPorts } from '../principals/custom-authorizer.ts'
import { anybody, asConnection, principalByAuthorizer, principalByCertificate, type HttpPrincipal } from '../principals/http-principal.ts'
import type { HttpRoute } from './http-planes.ts'

/** What the listener knows of who sends a request. */
export interface HttpPeer {
  readonly sourceIp?: string | undefined
  /** The request came in over the port for certificates: it is judged by this one, or by none. */
  readonly tls?: { readonly certificateId: string | undefined } | undefined
}

/** Who calls the data plane by certificate or custom authorizer; `undefined` where SigV4 decides. Throws ServiceException. */
export async function identify(
  state: IotState,
  { service }: HttpRoute,
  { url, headers }: { readonly url: URL; readonly headers: Headers },
  { sourceIp, tls }: HttpPeer,
  { ports, permissive }: { readonly ports: CustomAuthorizerPorts; readonly permissive: boolean },
): Promise<HttpPrincipal | undefined> {
  if (tls !== undefined && !permissive) {
    if (tls.certificateId === undefined) throw unauthorized('The client sent no certificate')
    return orForbidden(() => principalByCertificate(state, tls.certificateId ?? '', sourceIp))
  }
  const isSigned = /^AWS4-/.test(headers.get('authorization') ?? '')
  if (service === 'iot' || isSigned) return undefined
  const request = { queryString: url.search.slice(1), headers: Object.fromEntries(headers), sourceIp }
  const isNamed = namesAuthorizer(asConnection(request))
  if (permissive && !isNamed) return anybody
  if (isNamed || state.defaultAuthorizer !== undefined) return orForbidden(() => principalByAuthorizer(state, request, ports))
  // device-shadow-error-messages.html: 401 is for a request without credentials.
  if (!headers.has('authorization')) throw unauthorized('Missing Authentication Token')
  return undefined
}

/** Throws AWS's ForbiddenException for what the caller's policies don't allow; `onRefused` is told why, which the caller is not. */
export function checkAllowed(
  principal: HttpPrincipal, operation: string, requests: readonly PolicyRequest[] | undefined, onRefused: (why: string) => void,
): void {
  const why = requests === undefined
    ? `${operation} is not for devices`
    : requests.map((request) => principal.refusal(...request)).find((refusal) => refusal !== undefined)
  if (why === undefined) return
  onRefused(why)
  throw new ServiceException('ForbiddenException', 403, 'Forbidden')
}

async function orForbidden(find: () => HttpPrincipal | Promise<HttpPrincipal>): Promise<HttpPrincipal> {
  try {
    return await find()
  } catch (error) {
    throw new ServiceException('ForbiddenException', 403, `Forbidden: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const unauthorized = (message: string) => new ServiceException('UnauthorizedException', 401, message)
