import * as oauth from 'oauth4webapi'

/** Somebody is signed in. Their tokens are in the memory of this page alone. */
export interface Session {
  /**
   * An access token that is good for a while; a new one where `refused` is the one of before. Leaves for the sign-in page where the session
   * has ended, and does not resolve then.
   */
  token(refused?: string): Promise<string>
  /** Ends the session, here, in other tabs and at the issuer: leaves the page. */
  signOut(): Promise<void>
}

/** Where people sign in. */
export interface SignInConfig {
  readonly issuer: string
  readonly clientId: string
}

/** What the page is given by the browser. */
export interface Surroundings {
  /** The address of the page. */
  readonly url: URL
  /** Leaves the page for good. */
  readonly leave: (url: string) => void
  /** Takes the code out of the address bar. */
  readonly clean: (url: string) => void
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  /** Tabs of this page, told of each other's end. */
  readonly tabs: Pick<BroadcastChannel, 'postMessage' | 'addEventListener'>
}

const STORED = 'keg.sign-in'
const SIGNED_OUT = 'signed out'
const CHALLENGE_METHOD = 'S256'
/** A token is changed for a new one when it has less than this. */
const A_WHILE_MS = 60_000
/** The ID token is looked at and not used: a clock that is wrong keeps nobody out, as the API goes by its own. */
const CLOCK_TOLERANCE_SEC = 24 * 3_600

/**
 * Who is signed in, by authorization code with PKCE: resolves on the page's address with the code of the sign-in page; on any other it
 * leaves for that page, and does not resolve. Rejects where the issuer does not answer, or refuses.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc7636
 */
export async function openSession(config: SignInConfig, around: Surroundings): Promise<Session> {
  const issuer = await Issuer.find(config, around)
  const kept = takeKept(around.storage)
  if (kept === undefined || !(around.url.searchParams.has('code') || around.url.searchParams.has('error'))) return issuer.leaveToSignIn()
  around.clean(`${issuer.home}${kept.hash}`)
  let tokens = await issuer.redeem(kept)
  let refreshing: Promise<string> | undefined
  const refresh = async () => {
    tokens = await issuer.refresh(tokens)
    return tokens.access
  }
  around.tabs.addEventListener('message', ({ data }) => {
    if (data === SIGNED_OUT) around.leave(issuer.home)
  })
  return {
    token: async (refused) => {
      if (refused !== tokens.access && performance.now() + A_WHILE_MS < tokens.untilMs) return tokens.access
      refreshing ??= refresh().finally(() => (refreshing = undefined))
      return refreshing
    },
    signOut: async () => {
      around.tabs.postMessage(SIGNED_OUT)
      await issuer.revoke(tokens)
      issuer.leaveSignedOut()
    },
  }
}

interface Tokens {
  readonly access: string
  /** By the clock that nobody sets: `performance.now()`. */
  readonly untilMs: number
  readonly refresh?: string
}

interface Kept {
  readonly verifier: string
  readonly state: string
  /** Which page was asked for, behind the address's `#`. */
  readonly hash: string
}

/** The issuer of OpenID Connect, as this page uses it. */
class Issuer {
  readonly home: string
  readonly #server: oauth.AuthorizationServer
  readonly #client: oauth.Client
  readonly #around: Surroundings
  // The issuer of a laptop has no TLS.
  readonly #options: { readonly [oauth.allowInsecureRequests]: boolean }

  private constructor(server: oauth.AuthorizationServer, clientId: string, around: Surroundings) {
    this.#server = server
    this.#client = { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_SEC }
    this.#around = around
    this.#options = insecure(server.issuer)
    this.home = `${around.url.origin}/`
  }

  static async find({ issuer, clientId }: SignInConfig, around: Surroundings): Promise<Issuer> {
    const url = new URL(issuer)
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, insecure(issuer)))
    return new Issuer(server, clientId, around)
  }

  async redeem({ verifier, state }: Kept): Promise<Tokens> {
    const given = oauth.validateAuthResponse(this.#server, this.#client, this.#around.url, state)
    const answer = await oauth.authorizationCodeGrantRequest(
      this.#server, this.#client, oauth.None(), given, this.home, verifier, this.#options,
    )
    return keep(await oauth.processAuthorizationCodeResponse(this.#server, this.#client, answer))
  }

  /** New tokens; where the session has ended, somebody signs in anew, by name and password. */
  async refresh({ refresh }: Tokens): Promise<Tokens> {
    if (refresh === undefined) return this.leaveToSignIn()
    const answer = await oauth.refreshTokenGrantRequest(this.#server, this.#client, oauth.None(), refresh, this.#options)
    const next = await oauth.processRefreshTokenResponse(this.#server, this.#client, answer).catch((error: unknown) => {
      if (!(error instanceof oauth.ResponseBodyError)) throw error
      this.leaveSignedOut()
      return never()
    })
    return { refresh, ...keep(next) }
  }

  /** Takes the refresh token back, as far as the issuer can be reached. */
  async revoke({ refresh }: Tokens): Promise<void> {
    if (refresh === undefined || this.#server.revocation_endpoint === undefined) return
    await oauth.revocationRequest(this.#server, this.#client, oauth.None(), refresh, this.#options).catch((error: unknown) =>
      console.warn('The refresh token could not be revoked:', error))
  }

  /** Leaves for the sign-in page, which leads back with a code; never resolves. */
  async leaveToSignIn(): Promise<never> {
    if (this.#server.authorization_endpoint === undefined) throw new Error(`The issuer ${this.#server.issuer} has no sign-in page.`)
    const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()]
    this.#around.storage.setItem(STORED, JSON.stringify({ verifier, state, hash: this.#around.url.hash }))
    const url = new URL(this.#server.authorization_endpoint)
    url.search = new URLSearchParams({
      response_type: 'code', client_id: this.#client.client_id, redirect_uri: this.home, scope: 'openid', state,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: CHALLENGE_METHOD,
    }).toString()
    this.#around.leave(url.href)
    return never()
  }

  /** Has the issuer forget this browser, and comes back to its sign-in page. */
  leaveSignedOut(): void {
    const ended = new URL(this.#server.end_session_endpoint ?? this.home)
    if (this.#server.end_session_endpoint !== undefined)
      ended.search = new URLSearchParams({ client_id: this.#client.client_id, logout_uri: this.home }).toString()
    this.#around.leave(ended.href)
  }
}

const never = () => new Promise<never>(() => undefined)

const insecure = (issuer: string) => ({ [oauth.allowInsecureRequests]: new URL(issuer).protocol === 'http:' })

const keep = ({ access_token: access, expires_in: seconds = 0, refresh_token: refresh }: oauth.TokenEndpointResponse): Tokens => ({
  access, untilMs: performance.now() + seconds * 1_000, ...(refresh === undefined ? {} : { refresh }),
})

/** What was kept as the page was left, once. */
function takeKept(storage: Surroundings['storage']): Kept | undefined {
  const text = storage.getItem(STORED)
  storage.removeItem(STORED)
  // Written by leaveToSignIn, in this tab.
  return text === null ? undefined : JSON.parse(text) as Kept
}
