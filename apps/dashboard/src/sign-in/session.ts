import * as oauth from 'oauth4webapi'

/** Somebody is signed in. Their tokens are in the memory of this page alone. */
export interface Session {
  /** An access token that is good for a while. Leaves for the sign-in page where the session has ended, and does not resolve then. */
  token(): Promise<string>
  /** Ends the session, here and at the issuer: leaves the page. */
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
}

const STORED = 'keg.sign-in'
const CHALLENGE_METHOD = 'S256'
/** A token is changed for a new one when it has less than this. */
const A_WHILE_MS = 60_000

/**
 * Who is signed in, by authorization code with PKCE: resolves on the page's address with the code of the sign-in page; on any other it
 * leaves for that page, and does not resolve. Rejects where the issuer does not answer, or refuses.
 *
 * @see https://datatracker.ietf.org/doc/html/rfc7636
 */
export async function openSession({ issuer, clientId }: SignInConfig, around: Surroundings): Promise<Session> {
  const url = new URL(issuer)
  // The issuer of a laptop has no TLS.
  const options = { [oauth.allowInsecureRequests]: url.protocol === 'http:' }
  const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options))
  const client: oauth.Client = { client_id: clientId }
  const home = `${around.url.origin}/`
  const signIn = () => leaveToSignIn(server, client, home, around)
  const kept = takeKept(around.storage)
  if (kept === undefined || !(around.url.searchParams.has('code') || around.url.searchParams.has('error'))) return signIn()
  const given = oauth.validateAuthResponse(server, client, around.url, kept.state)
  const answer = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), given, home, kept.verifier, options)
  let tokens = keep(await oauth.processAuthorizationCodeResponse(server, client, answer))
  around.clean(home)
  let refreshing: Promise<string> | undefined
  const refresh = async () => {
    if (tokens.refresh === undefined) return signIn()
    const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh, options)
    const next = await oauth.processRefreshTokenResponse(server, client, response).catch((error: unknown) => {
      if (error instanceof oauth.ResponseBodyError) return signIn()
      throw error
    })
    tokens = { refresh: tokens.refresh, ...keep(next) }
    return tokens.access
  }
  return {
    token: async () => {
      if (Date.now() + A_WHILE_MS < tokens.untilMs) return tokens.access
      refreshing ??= refresh().finally(() => (refreshing = undefined))
      return refreshing
    },
    signOut: async () => {
      const ended = new URL(server.end_session_endpoint ?? home)
      ended.search = new URLSearchParams({ client_id: clientId, logout_uri: home }).toString()
      around.leave(ended.href)
    },
  }
}

interface Tokens {
  readonly access: string
  readonly untilMs: number
  readonly refresh?: string
}

const keep = ({ access_token: access, expires_in: seconds = 0, refresh_token: refresh }: oauth.TokenEndpointResponse): Tokens => ({
  access, untilMs: Date.now() + seconds * 1_000, ...(refresh === undefined ? {} : { refresh }),
})

/** Leaves for the sign-in page, which leads back with a code; never resolves. */
async function leaveToSignIn(server: oauth.AuthorizationServer, client: oauth.Client, home: string, around: Surroundings): Promise<never> {
  if (server.authorization_endpoint === undefined) throw new Error(`The issuer ${server.issuer} has no sign-in page.`)
  const [verifier, state] = [oauth.generateRandomCodeVerifier(), oauth.generateRandomState()]
  around.storage.setItem(STORED, JSON.stringify({ verifier, state }))
  const url = new URL(server.authorization_endpoint)
  url.search = new URLSearchParams({
    response_type: 'code', client_id: client.client_id, redirect_uri: home, scope: 'openid', state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: CHALLENGE_METHOD,
  }).toString()
  around.leave(url.href)
  return new Promise<never>(() => undefined)
}

/** What was kept as the page was left, once. */
function takeKept(storage: Surroundings['storage']): { readonly verifier: string; readonly state: string } | undefined {
  const text = storage.getItem(STORED)
  storage.removeItem(STORED)
  // Written by leaveToSignIn, in this tab.
  return text === null ? undefined : JSON.parse(text) as { verifier: string; state: string }
}
