import { ServiceException } from '@keg/aws-service'
import type { Hosts } from '@keg/local-iot/doors'
import { isKegPath, kegPage, type KegPageOptions } from '../activity/keg-page.ts'
import type { Cognito } from '../services/cognito/cognito.ts'
import { COGNITO_PREFIX, isCognitoRequest } from '../services/cognito/unsigned-requests.ts'
import { CUSTOM_RESOURCE_PREFIX, type CustomResources } from '../services/cloudformation/custom-resources.ts'
import type { Caller } from '../services/http-api/caller.ts'
import { message } from '../services/http-api/function-response.ts'
import type { HttpApis } from '../services/http-api/http-apis.ts'
import { API_PREFIX, apiIdOf, pathInApi } from '../services/http-api/paths.ts'
import { ownMember } from '../ground/own-member.ts'
import type { BodyBound } from '../ground/http.ts'
import { bodyBound } from './body-limit.ts'
import { credentialScope, type CredentialScope } from '../ground/credential-scope.ts'
import { checkDoors, checkSocketDoors } from './doors.ts'
import { headRefusal } from './head-limit.ts'
import { sandboxed } from './sandboxed.ts'
import { errorResponse } from '../ground/error-response.ts'

/** What the one endpoint serves. */
export interface GatewayOptions {
  /** By signing name. */
  readonly services: Readonly<Record<string, (request: Request) => Promise<Response>>>
  /** `undefined` while there are none. */
  readonly httpApis: HttpApis | undefined
  /** `undefined` while there are none. */
  readonly userPools: Pick<Cognito, 'admits'> | undefined
  readonly cognito: () => Promise<Pick<Cognito, 'fetch' | 'site'>>
  /** Who has signed a request to an HTTP API or, with the signing name `lambda`, to a function's address. */
  readonly identify: (request: Request, service: 'execute-api' | 'lambda') => Promise<Caller | undefined>
  readonly customResources: () => Promise<CustomResources>
  /** What the page of the run shows. */
  readonly shown: KegPageOptions
  /** Throws `ServiceException` where the request is to be refused for who signed it. */
  readonly authorize: (scope: CredentialScope, request: Request) => Promise<void>
  /** Whom it answers to beside this machine. */
  readonly hosts: Hosts
  readonly newId: () => string
  readonly log: (text: string) => void
}

/** The endpoint before and behind its door. */
export interface Gateway {
  /** Judges a request by its method, address and headers alone: how much of its body is read, or how it is refused. */
  admit(head: Request): BodyBound | Response
  /** Never rejects; judges the request itself. */
  fetch(request: Request): Promise<Response>
}

/**
 * One AWS endpoint: hands each request to the service that its signature names, HTTP APIs and sign-in pages theirs by path, and what users
 * ask of Amazon Cognito, which nobody signs, by its target.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { newId, log } = options
  const failed = (request: Request, error: unknown) => {
    if (error instanceof ServiceException) return errorResponse(error, request, newId())
    log(`${request.method} ${new URL(request.url).pathname} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
    return errorResponse(new ServiceException('InternalFailure', 500, String(error)), request, newId())
  }
  const refused = refusals(log)
  return {
    admit(head) {
      try {
        if (head.headers.has('sec-websocket-key')) checkSocketDoors(head, options)
        else checkDoors(head, options)
        return headRefusal(head, options) ?? bodyBound(head, options)
      } catch (error) {
        refused(head, error)
        return failed(head, error)
      }
    },
    async fetch(request) {
      try {
        checkDoors(request, options)
        return await answer(request, options)
      } catch (error) {
        return failed(request, error)
      }
    },
  }
}

/** So many different refusals get into the log: a page that asks again and again is said once. */
const REFUSALS_MAX = 100

function refusals(log: (text: string) => void): (request: Request, error: unknown) => void {
  const said = new Set<string>()
  return (request, error) => {
    if (!(error instanceof ServiceException) || said.has(error.message) || said.size >= REFUSALS_MAX) return
    said.add(error.message)
    log(`${request.method} ${new URL(request.url).pathname} is refused: ${error.message}`)
  }
}

async function answer(request: Request, options: GatewayOptions): Promise<Response> {
  const { cognito, customResources, shown } = options
  const { pathname } = new URL(request.url)
  if (pathname.startsWith(API_PREFIX)) return sandboxed(await answerApi(request, options), 'scripts')
  if (pathname.startsWith(CUSTOM_RESOURCE_PREFIX)) return (await customResources()).fetch(request)
  if (isKegPath(pathname)) return kegPage(request, shown)
  if (pathname.startsWith(COGNITO_PREFIX)) return (await cognito()).site.fetch(request)
  if (isCognitoRequest(request)) return (await cognito()).fetch(request)
  return sandboxed(await serve(request, options))
}

/** The same request as the API with this id sees it: the URL's path begins at the API. */
function apiRequest(request: Request): Request {
  const url = new URL(request.url)
  // Not by a relative address: a path that begins with two slashes is none.
  url.pathname = pathInApi(request)
  return new Request(url, request)
}

async function serve(request: Request, { services, authorize }: GatewayOptions): Promise<Response> {
  const scope = credentialScope(request)
  const { pathname, searchParams } = new URL(request.url)
  // The address that SNS gives to servers to confirm by is visited as it is.
  const confirms = scope === undefined && searchParams.get('Action') === 'ConfirmSubscription' ? services['sns'] : undefined
  if (confirms !== undefined) return confirms(request)
  if (scope === undefined) {
    throw new ServiceException(
      'MissingAuthenticationToken',
      403,
      'Request is missing Authentication Token: this is an AWS endpoint, and HTTP APIs answer under /_apis/.',
    )
  }
  const service = ownMember(services, scope.service)
  if (service === undefined) {
    const known = Object.keys(services).join(', ')
    throw new ServiceException('UnknownService', 400, `The service ${scope.service} is not part of this local cloud, which has ${known}.`)
  }
  if (!isDecodable(pathname)) throw new ServiceException('InvalidURI', 400, 'Couldn\'t parse the specified URI.')
  await authorize(scope, request)
  return service(request)
}

function isDecodable(path: string): boolean {
  try {
    return decodeURIComponent(path) !== ''
  } catch {
    return false
  }
}

async function answerApi(request: Request, { httpApis, identify }: GatewayOptions): Promise<Response> {
  const apiId = apiIdOf(new URL(request.url).pathname)
  const api = httpApis?.find(apiId)
  if (httpApis === undefined || api === undefined) return message(404, 'Not Found')
  return api.fetch(
    apiRequest(request),
    credentialScope(request) === undefined ? undefined : await identify(request, httpApis.isFunctionUrl(apiId) ? 'lambda' : 'execute-api'),
  )
}
