import { isCognitoRequest } from '../services/cognito/cognito-api.ts'
import type { Cognito } from '../services/cognito/cognito.ts'
import { COGNITO_PREFIX } from '../services/cognito/site/site.ts'
import type { Caller } from '../services/http-api/caller.ts'
import { KEG_PREFIX, kegPage, type KegPageOptions } from '../activity/keg-page.ts'
import { CUSTOM_RESOURCE_PREFIX, type CustomResources } from '../services/custom-resources/custom-resources.ts'
import { API_PREFIX, type HttpApis } from '../services/http-api/http-apis.ts'
import { message } from '../services/http-api/function-response.ts'
import { credentialScope, type CredentialScope } from './credential-scope.ts'
import { errorResponse, ServiceError } from './service-error.ts'

/** What the one endpoint serves. */
export interface GatewayOptions {
  /** By signing name. */
  readonly services: Readonly<Record<string, (request: Request) => Promise<Response>>>
  readonly httpApis: HttpApis
  readonly cognito: Pick<Cognito, 'fetch' | 'site'>
  /** Who has signed a request to an HTTP API or a function's address. */
  readonly identify: (request: Request) => Promise<Caller | undefined>
  readonly customResources: CustomResources
  /** What the page of the run shows. */
  readonly shown: KegPageOptions
  /** Throws `ServiceError` where the request is to be refused for who signed it. */
  readonly authorize: (scope: CredentialScope, request: Request) => Promise<void>
  readonly newId: () => string
  readonly log: (text: string) => void
}

/**
 * One AWS endpoint: hands each request to the service that its signature names, HTTP APIs and sign-in pages theirs by path, and what users ask of
 * Amazon Cognito, which nobody signs, by its target.
 */
export function createGateway({ services, httpApis, cognito, customResources, shown, identify, authorize, newId, log }: GatewayOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const { pathname } = new URL(request.url)
    if (pathname.startsWith(API_PREFIX)) return answerApi(request, httpApis, identify)
    if (pathname.startsWith(CUSTOM_RESOURCE_PREFIX)) return customResources.fetch(request)
    if (pathname === KEG_PREFIX || pathname.startsWith(`${KEG_PREFIX}/`)) return kegPage(request, shown)
    try {
      if (pathname.startsWith(COGNITO_PREFIX)) return await cognito.site.fetch(request)
      if (credentialScope(request) === undefined && isCognitoRequest(request)) return await cognito.fetch(request)
      return await serve(request, services, authorize)
    } catch (error) {
      if (error instanceof ServiceError) return errorResponse(error, request, newId())
      log(`${request.method} ${pathname} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      return errorResponse(new ServiceError('InternalFailure', 500, String(error)), request, newId())
    }
  }
}

/** The same request as the API with this id sees it: the URL's path begins at the API. */
export function apiRequest(request: Request, path: string): Request {
  const url = new URL(request.url)
  return new Request(new URL(`${path}${url.search}`, url), request)
}

async function serve(request: Request, services: GatewayOptions['services'], authorize: GatewayOptions['authorize']): Promise<Response> {
  const scope = credentialScope(request)
  // The address that SNS gives to servers to confirm by is visited as it is.
  const confirms = scope === undefined && new URL(request.url).searchParams.get('Action') === 'ConfirmSubscription' ? services['sns'] : undefined
  if (confirms !== undefined) return confirms(request)
  if (scope === undefined) {
    throw new ServiceError('MissingAuthenticationToken', 403, 'Request is missing Authentication Token: this is an AWS endpoint, and HTTP APIs answer under /_apis/.')
  }
  const service = services[scope.service]
  if (service === undefined) {
    const known = Object.keys(services).join(', ')
    throw new ServiceError('UnknownService', 400, `The service ${scope.service} is not part of this local cloud, which has ${known}.`)
  }
  await authorize(scope, request)
  return service(request)
}

async function answerApi(request: Request, httpApis: HttpApis, identify: GatewayOptions['identify']): Promise<Response> {
  const [apiId = '', ...path] = new URL(request.url).pathname.slice(API_PREFIX.length).split('/')
  const api = httpApis.find(apiId)
  return api === undefined ? message(404, 'Not Found') : api.fetch(apiRequest(request, `/${path.join('/')}`), credentialScope(request) === undefined ? undefined : await identify(request))
}
