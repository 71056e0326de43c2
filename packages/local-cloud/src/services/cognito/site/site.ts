import { ServiceException } from '@keg/aws-service'
import type { CognitoContext } from '../cognito-context.ts'
import { withCors } from '../cors.ts'
import { COGNITO_PREFIX, isForPrograms } from '../unsigned-requests.ts'
import type { User, UserPool } from '../user-pool.ts'
import { readAuthorizeRequest, withParameters, type AuthorizeRequest, type WrongRequest } from './authorize-request.ts'
import { discoveryDocument, keySet } from './discovery.ts'
import { messagePage } from './page-html.ts'
import { pages, type Page } from './sign-in-pages.ts'
import { failed, revokeEndpoint, tokenEndpoint, userInfoEndpoint } from './token-endpoints.ts'

const notFound = () => new Response('Not Found', { status: 404 })

/**
 * The issuers and sign-in pages of user pools.
 * @see https://docs.aws.amazon.com/cognito/latest/developerguide/managed-login-endpoints.html
 */
export class Site {
  readonly #context: CognitoContext
  readonly #endpoint: string

  constructor(context: CognitoContext, endpoint: string) {
    this.#context = context
    this.#endpoint = endpoint
  }

  /** As `http://127.0.0.1:4566/_cognito/us-east-1_AbCdEfGhI`, or with a domain at its end. */
  url(poolIdOrDomain: string): string {
    return `${this.#endpoint}${COGNITO_PREFIX}${poolIdOrDomain}`
  }

  /** Answers a request whose URL's path begins with the prefix. */
  async fetch(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const response = await this.#fetch(request, pathname)
    return isForPrograms(pathname) ? withCors(request, response) : response
  }

  async #fetch(request: Request, pathname: string): Promise<Response> {
    const [name = '', ...rest] = pathname.slice(COGNITO_PREFIX.length).split('/')
    const path = `/${rest.join('/')}`
    const { pools } = this.#context
    const issuer = pools.find(name)
    if (issuer !== undefined) return this.#wellKnown(issuer, path)
    const pool = pools.poolOfDomain(name)
    if (pool === undefined) return notFound()
    if (request.method === 'OPTIONS') return preflight()
    try {
      return await this.#answer(request, path, pool, name)
    } catch (error) {
      // A trigger that fails, as a rule.
      if (!(error instanceof ServiceException)) throw error
      return path.startsWith('/oauth2/') && request.method === 'POST'
        ? failed('invalid_request', error.message)
        : messagePage('Sign in', error.message)
    }
  }

  async #answer(request: Request, path: string, pool: UserPool, name: string): Promise<Response> {
    const endpoints = { pool, context: this.#context }
    switch (`${request.method} ${path}`) {
      case 'GET /oauth2/authorize': return this.#authorize(request, pool, name)
      case 'POST /oauth2/token': return tokenEndpoint(request, endpoints)
      case 'GET /oauth2/userInfo': case 'POST /oauth2/userInfo': return userInfoEndpoint(request, endpoints)
      case 'POST /oauth2/revoke': return revokeEndpoint(request, endpoints)
      case 'GET /logout': return this.#logOut(request, pool, name)
      default: return this.#page(request, pages[path], pool, name)
    }
  }

  #wellKnown(pool: UserPool, path: string): Response {
    const domain = this.#context.pools.domainOf(pool.id)
    if (path === '/.well-known/jwks.json') return Response.json(keySet(pool))
    if (path !== '/.well-known/openid-configuration') return notFound()
    return Response.json(discoveryDocument(this.url(pool.id), domain === undefined ? undefined : this.url(domain)))
  }

  /** Straight back to the app for who is signed in already, else to the sign-in page with the same query. */
  async #authorize(request: Request, pool: UserPool, domain: string): Promise<Response> {
    const { search, searchParams } = new URL(request.url)
    const asked = readAuthorizeRequest(searchParams, pool, this.#context.pools)
    if ('kind' in asked) return refused(asked)
    const sub = this.#context.browsers.sub(request, pool)
    const user = sub === undefined ? undefined : this.#context.pools.directory(pool.id).withSub(sub)
    if (user === undefined || !user.enabled) return redirect(`${this.url(domain)}/login${search}`)
    return redirect(await this.#back(asked, user))
  }

  async #page(request: Request, page: Page | undefined, pool: UserPool, domain: string): Promise<Response> {
    const { search, searchParams } = new URL(request.url)
    if (page === undefined || (request.method !== 'GET' && request.method !== 'POST')) return notFound()
    const asked = readAuthorizeRequest(searchParams, pool, this.#context.pools)
    if ('kind' in asked) return refused(asked)
    const path = `${COGNITO_PREFIX}${domain}`
    const csrf = this.#context.browsers.csrf(request, path)
    const form = request.method === 'POST' ? new URLSearchParams(await request.text()) : undefined
    if (form !== undefined && !this.#context.browsers.isOwnForm(request, form)) {
      return withCookie(messagePage('Sign in', 'This form was not sent from the sign-in page, or the page is too old. Go back, reload it and try again.', 403), csrf.cookie)
    }
    const outcome = await page({ asked, search, form, csrf: csrf.token, context: this.#context })
    if ('page' in outcome) return withCookie(outcome.page, csrf.cookie)
    if ('goTo' in outcome) return withCookie(redirect(`${this.url(domain)}/${outcome.goTo}`), csrf.cookie)
    return withCookie(redirect(await this.#back(asked, outcome.user)), this.#context.browsers.begin(pool, outcome.user, path))
  }

  /** The address of the app, with a code or with tokens. */
  async #back(asked: AuthorizeRequest, user: User): Promise<string> {
    const { pool, client, redirectUri, scopes, state, nonce } = asked
    if (asked.responseType === 'code') return withParameters(redirectUri, { code: this.#context.authorizationCodes.add(asked, user), state })
    const { idToken, accessToken, expiresInSec } = await this.#context.tokens.issue(
      { pool, client, user, source: 'TokenGeneration_HostedAuth' }, { scopes, hosted: true, nonce },
    )
    return withParameters(
      redirectUri, { access_token: accessToken, id_token: idToken, token_type: 'Bearer', expires_in: String(expiresInSec), state }, true,
    )
  }

  /** @see https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html */
  #logOut(request: Request, pool: UserPool, domain: string): Response {
    const { search, searchParams } = new URL(request.url)
    const client = this.#context.pools.clients(pool.id).find(({ id }) => id === searchParams.get('client_id'))
    const ended = this.#context.browsers.end(request, `${COGNITO_PREFIX}${domain}`)
    const logoutUri = searchParams.get('logout_uri')
    if (client === undefined) return messagePage('Sign out', 'There is no client with this client_id in the user pool.')
    if (logoutUri === null && searchParams.has('response_type')) return withCookie(redirect(`${this.url(domain)}/login${search}`), ended)
    if (logoutUri === null || !client.logoutUrls.includes(logoutUri))
      return messagePage('Sign out', 'The logout_uri is none of the sign-out URLs of the client.')
    return withCookie(redirect(logoutUri), ended)
  }
}

function refused(wrong: WrongRequest): Response {
  return wrong.kind === 'shown' ? messagePage('Sign in', wrong.message) : redirect(wrong.location)
}

function redirect(location: string): Response {
  return new Response(null, { status: 302, headers: { location, 'cache-control': 'no-store' } })
}

function withCookie(response: Response, cookie: string): Response {
  response.headers.append('set-cookie', cookie)
  return response
}

function preflight(): Response {
  const headers = {
    'access-control-allow-methods': 'GET, POST', 'access-control-allow-headers': 'authorization, content-type',
  }
  return new Response(null, { status: 204, headers })
}
