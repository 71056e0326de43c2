import { ServiceException } from '@keg/aws-service'
import { isLetIn, originOf, type Hosts } from '@keg/local-iot/doors'
import { isKegPath } from '../activity/keg-page.ts'
import type { Cognito } from '../services/cognito/cognito.ts'
import { isForUsers, isForm } from '../services/cognito/unsigned-requests.ts'
import type { HttpApis } from '../services/http-api/http-apis.ts'
import { API_PREFIX, apiIdOf } from '../services/http-api/paths.ts'
import { SNS_AGENT } from '../services/sns/http-push.ts'
import { isVisit } from './visit.ts'

/** Who is let in. */
export interface DoorsOptions {
  readonly hosts: Hosts
  /** Absent: there are none. */
  readonly httpApis: Pick<HttpApis, 'admits'> | undefined
  /** Absent: there are no user pools. */
  readonly userPools: Pick<Cognito, 'admits'> | undefined
}

/**
 * Throws `ServiceException` for a request that has no business here: one to a host that is not this machine's, since a page's name may be
 * made to lead here, and one of a page of another origin, unless the template lets pages of that origin in. Reads no body.
 */
export function checkDoors(request: Request, { hosts, httpApis, userPools }: DoorsOptions): void {
  const { hostname, pathname } = new URL(request.url)
  if (!isLetIn(hostname, hosts)) {
    throw new ServiceException(
      'AccessDeniedException',
      403,
      `This cloud is for this machine: it answers to localhost and 127.0.0.1, not to ${hostname}. The option hosts lets in other names.`,
    )
  }
  // What subscribes to a topic may be anybody's choice: a notification gets to APIs, and calls no service in the name of this machine.
  if (request.headers.get('user-agent') === SNS_AGENT && !pathname.startsWith(API_PREFIX))
    throw refusal(request, 'notifications are for APIs, and for no AWS services')
  const origin = originOf(request, hosts)
  if (origin === 'here') return
  if (isForUsers(request)) {
    // A page that leads a person to the sign-in page sees nothing of it, and the forms there are held against a cookie.
    if (isVisit(request) || isForm(request) || origin === 'beside' || userPools?.admits(request) === true) return
    throw refusal(request, "user pools are for pages of this machine, and of the origins of their clients' URLs")
  }
  if (pathname.startsWith(API_PREFIX)) {
    if (isVisit(request) || httpApis?.admits(apiIdOf(pathname), request, origin === 'beside') === true) return
    throw refusal(request, 'the CORS configuration of the API does not let it in')
  }
  if (isKegPath(pathname) && isVisit(request)) return
  throw refusal(request, 'AWS services are for programs, and for no pages of other origins')
}

/** The same of a WebSocket with MQTT, which pages of other ports of this machine may open. */
export function checkSocketDoors(request: Request, { hosts }: Pick<DoorsOptions, 'hosts'>): void {
  const { hostname } = new URL(request.url)
  if (!isLetIn(hostname, hosts) || originOf(request, hosts) === 'elsewhere') {
    throw new ServiceException(
      'AccessDeniedException', 403, 'MQTT over WebSocket is for this machine and its pages. The option hosts lets in other names.',
    )
  }
}

function refusal(request: Request, why: string): ServiceException {
  return new ServiceException(
    'AccessDeniedException', 403, `A page of ${request.headers.get('origin') ?? 'another site'} is not let in: ${why}.`,
  )
}
