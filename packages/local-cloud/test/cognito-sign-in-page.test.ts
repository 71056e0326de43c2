import { createHash } from 'node:crypto'
import {
  AdminCreateUserCommand, AdminSetUserPasswordCommand, CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { HttpApi, HttpMethod } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations'
import { OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

const callback = 'http://127.0.0.1:5173/back'
const signedOut = 'http://127.0.0.1:5173/bye'

let running: TestCloud
let domain: string
let clientId: string
let clientSecret: string

function build(stack: Stack): void {
  const pool = new UserPool(stack, 'People', { selfSignUpEnabled: true, signInAliases: { email: true }, autoVerify: { email: true } })
  const read = new ResourceServerScope({ scopeName: 'read', scopeDescription: 'Read kegs' })
  const kegs = pool.addResourceServer('Kegs', { identifier: 'kegs', scopes: [read] })
  const scopes = [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.resourceServer(kegs, read)]
  const client = pool.addClient('App', {
    oAuth: { flows: { authorizationCodeGrant: true, implicitCodeGrant: true }, scopes, callbackUrls: [callback], logoutUrls: [signedOut] },
  })
  const machine = pool.addClient('Machine', {
    generateSecret: true, oAuth: { flows: { clientCredentials: true }, scopes: [OAuthScope.resourceServer(kegs, read)] },
  })
  const domain = pool.addDomain('Domain', { cognitoDomain: { domainPrefix: 'tap-room' } })
  const echo = new LambdaFunction(stack, 'Echo', {
    runtime: Runtime.NODEJS_24_X,
    handler: 'index.handler',
    code: new InlineCode('exports.handler = async ({ requestContext: { authorizer } }) => authorizer.jwt.claims'),
  })
  const authorizer = new HttpUserPoolAuthorizer('Authorizer', pool, { userPoolClients: [client, machine] })
  const api = new HttpApi(stack, 'Api')
  const integration = new HttpLambdaIntegration('Echo', echo)
  api.addRoutes({ path: '/me', methods: [HttpMethod.GET], integration, authorizer })
  api.addRoutes({ path: '/kegs', methods: [HttpMethod.GET], integration, authorizer, authorizationScopes: ['kegs/read'] })
  for (const [name, value] of Object.entries({
    PoolId: pool.userPoolId, ClientId: client.userPoolClientId, MachineId: machine.userPoolClientId,
    MachineSecret: machine.userPoolClientSecret.unsafeUnwrap(), Domain: domain.baseUrl(),
    Issuer: `https://cognito-idp.${stack.region}.amazonaws.com/${pool.userPoolId}`, Url: api.apiEndpoint,
    SignInUrl: domain.signInUrl(client, { redirectUri: callback }),
  })) new CfnOutput(stack, name, { value })
}

beforeAll(async () => {
  running = await run(build)
  domain = running.outputs['Domain'] ?? ''
  clientId = running.outputs['ClientId'] ?? ''
  clientSecret = running.outputs['MachineSecret'] ?? ''
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

/** A browser with cookies, which follows redirects of the site as long as they stay on it. */
function browser() {
  const cookies = new Map<string, string>()
  const go = async (url: string, form?: Record<string, string>): Promise<{ url: string; status: number; html: string }> => {
    const init = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }
    const response = await fetch(url, {
      ...init, redirect: 'manual', headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location?.startsWith(running.cloud.endpoint) === true) return go(location)
    return { url: location ?? url, status: response.status, html: await response.text() }
  }
  /** Sends the form of a page back with what is filled in. */
  const submit = async (page: { url: string; html: string }, filledIn: Record<string, string>) => {
    const hidden = [...page.html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name, value,
    ])
    return go(page.url, { ...Object.fromEntries(hidden), ...filledIn })
  }
  return { go, submit }
}

const verifier = 'a-verifier-of-at-least-forty-three-characters-1234'
const challenge = createHash('sha256').update(verifier).digest('base64url')

function authorizeUrl(parameters: Record<string, string> = {}): string {
  const query = {
    response_type: 'code', client_id: clientId, redirect_uri: callback, scope: 'openid email kegs/read', state: 's-1', nonce: 'n-1',
    code_challenge: challenge, code_challenge_method: 'S256', ...parameters,
  }
  return `${domain}/oauth2/authorize?${new URLSearchParams(query).toString()}`
}

async function tokens(form: Record<string, string>, headers: Record<string, string> = {}) {
  const response = await fetch(`${domain}/oauth2/token`, { method: 'POST', body: new URLSearchParams(form), headers })
  return { status: response.status, body: await response.json() as Record<string, string> }
}

describe('the issuer', () => {
  it('is at an address of this machine, under both of AWS\'s names for it', async () => {
    const issuer = `${running.cloud.endpoint}/_cognito/${running.outputs['PoolId']}`
    expect([running.outputs['Issuer'], domain]).toEqual([issuer, `${running.cloud.endpoint}/_cognito/tap-room`])
    const configuration = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()
    expect(configuration).toMatchObject({
      issuer, jwks_uri: `${issuer}/.well-known/jwks.json`, authorization_endpoint: `${domain}/oauth2/authorize`,
      token_endpoint: `${domain}/oauth2/token`,
    })
  })
})

describe('a person with a browser', () => {
  it('signs up, confirms, signs in, and calls the API with what the app gets for the code', async () => {
    const { go, submit } = browser()
    const signIn = await go(authorizeUrl())
    expect([signIn.status, new URL(signIn.url).pathname]).toEqual([200, '/_cognito/tap-room/login'])
    expect(signIn.html).toMatch(/<label for="username">E-mail address<\/label><input id="username"/)
    const signUp = await go(new URL(/href="(signup[^"]+)"/.exec(signIn.html)?.[1]?.replaceAll('&amp;', '&') ?? '', signIn.url).href)
    const confirm = await submit(signUp, { username: 'ada@bar.example', password: 'Tap-Room-1', email: 'ada@bar.example' })
    const code = / is (\d{6})$/.exec(running.log.findLast(({ source }) => source === 'cognito')?.message ?? '')?.[1] ?? ''
    const again = await submit(confirm, { code })
    expect((await submit(again, { username: 'ada@bar.example', password: 'wrong' })).html).toContain('Incorrect username or password.')
    const back = new URL((await submit(again, { username: 'ada@bar.example', password: 'Tap-Room-1' })).url)
    expect([`${back.origin}${back.pathname}`, back.searchParams.get('state')]).toEqual([callback, 's-1'])

    const redeem = {
      grant_type: 'authorization_code', client_id: clientId, redirect_uri: callback, code: back.searchParams.get('code') ?? '',
      code_verifier: verifier,
    }
    const { status, body } = await tokens(redeem)
    expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 3600])
    const issuer = running.outputs['Issuer'] ?? ''
    const keys = createRemoteJWKSet(new URL(`${issuer}/.well-known/jwks.json`))
    const { payload } = await jwtVerify(body['id_token'] ?? '', keys, { issuer, audience: clientId })
    expect(payload).toMatchObject({
      email: 'ada@bar.example', email_verified: true, nonce: 'n-1', token_use: 'id', at_hash: expect.any(String),
    })
    expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({ scope: 'openid email kegs/read', version: 2, client_id: clientId })
    expect(await tokens(redeem)).toEqual({ status: 400, body: { error: 'invalid_grant' } })

    const call = (path: string, token?: string) =>
      fetch(`${running.outputs['Url']}${path}`, { headers: token === undefined ? {} : { authorization: `Bearer ${token}` } })
    expect((await call('/me')).status).toBe(401)
    expect(await (await call('/me', body['id_token'])).json()).toMatchObject({
      email: 'ada@bar.example', 'cognito:username': payload['cognito:username'],
    })
    expect((await call('/kegs', body['id_token'])).status).toBe(403)
    expect((await call('/kegs', body['access_token'])).status).toBe(200)
    expect((await call('/me', `${body['access_token']}x`)).status).toBe(401)

    const info = await fetch(`${domain}/oauth2/userInfo`, { headers: { authorization: `Bearer ${body['access_token']}` } })
    expect(await info.json()).toEqual({
      sub: payload.sub, email: 'ada@bar.example', email_verified: 'true', username: payload['cognito:username'],
    })

    const refreshed = await tokens({ grant_type: 'refresh_token', client_id: clientId, refresh_token: body['refresh_token'] ?? '' })
    expect(decodeJwt(refreshed.body['access_token'] ?? '')).toMatchObject({ scope: 'openid email kegs/read' })
    const revoked = await fetch(`${domain}/oauth2/revoke`, {
      method: 'POST', body: new URLSearchParams({ client_id: clientId, token: body['refresh_token'] ?? '' }),
    })
    expect(revoked.status).toBe(200)
    expect((await tokens({ grant_type: 'refresh_token', client_id: clientId, refresh_token: body['refresh_token'] ?? '' })).body)
      .toMatchObject({ error: 'invalid_grant' })
    expect((await fetch(`${domain}/oauth2/userInfo`, { headers: { authorization: `Bearer ${body['access_token']}` } })).status).toBe(401)

    // Signed in already: no page in between, until the person signs out.
    expect((await go(authorizeUrl({ state: 's-2' }))).url).toMatch(/^http:\/\/127\.0\.0\.1:5173\/back\?code=[\w-]+&state=s-2$/)
    expect((await go(authorizeUrl({ response_type: 'token' }))).url).toMatch(/\/back#access_token=.+&id_token=/)
    expect((await go(`${domain}/logout?client_id=${clientId}&logout_uri=${encodeURIComponent(signedOut)}`)).url).toBe(signedOut)
    expect(new URL((await go(authorizeUrl())).url).pathname).toBe('/_cognito/tap-room/login')
  })

  it('who has a temporary password chooses another one first', async () => {
    const cognito = new CognitoIdentityProviderClient(running.client)
    const named = { UserPoolId: running.outputs['PoolId'], Username: 'temp@bar.example' }
    await cognito.send(new AdminCreateUserCommand({ ...named, TemporaryPassword: 'For-Now-1' }))
    await cognito.send(new AdminSetUserPasswordCommand({ ...named, Password: 'For-Now-2', Permanent: false }))
    const { go, submit } = browser()
    const choose = await submit(await go(running.outputs['SignInUrl'] ?? ''), { username: 'temp@bar.example', password: 'For-Now-2' })
    expect(choose.html).toContain('Choose a new password')
    const refused = await submit(choose, { password: 'weak' })
    expect([refused.status, refused.html]).toEqual([400, expect.stringContaining('Password not long enough')])
    expect((await submit(refused, { password: 'For-Good-1' })).url).toMatch(/\/back\?code=/)
  })

  it('who has forgotten the password chooses a new one by a code', async () => {
    const cognito = new CognitoIdentityProviderClient(running.client)
    const named = { UserPoolId: running.outputs['PoolId'], Username: 'forgets@bar.example' }
    await cognito.send(new AdminCreateUserCommand({ ...named, UserAttributes: [{ Name: 'email_verified', Value: 'true' }] }))
    await cognito.send(new AdminSetUserPasswordCommand({ ...named, Password: 'For-Good-1', Permanent: true }))
    const { go, submit } = browser()
    const signIn = await go(authorizeUrl())
    const forgot = await go(new URL(/href="(forgotPassword[^"]+)"/.exec(signIn.html)?.[1]?.replaceAll('&amp;', '&') ?? '', signIn.url).href)
    const choose = await submit(forgot, { username: 'forgets@bar.example' })
    const refused = await submit(choose, { code: 'wrong', password: 'For-Good-2' })
    expect([refused.status, refused.html]).toEqual([400, expect.stringContaining('Invalid verification code')])
    const code = / is (\d{6})$/.exec(running.log.findLast(({ source }) => source === 'cognito')?.message ?? '')?.[1] ?? ''
    const again = await submit(choose, { code, password: 'For-Good-2' })
    expect((await submit(again, { username: 'forgets@bar.example', password: 'For-Good-2' })).url).toMatch(/\/back\?code=/)
  })

  it('is not signed in by another site\'s form, nor is a page framed or scripted', async () => {
    const page = await browser().go(authorizeUrl())
    const forged = await fetch(page.url, {
      method: 'POST', body: new URLSearchParams({ username: 'ada@bar.example', password: 'Tap-Room-1', _csrf: 'guessed' }),
    })
    expect(forged.status).toBe(403)
    const { headers } = await fetch(page.url)
    expect([headers.get('content-security-policy'), headers.get('x-frame-options')]).toEqual([
      expect.stringContaining('default-src \'none\''), 'DENY',
    ])
  })
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/authorization-endpoint.html
describe('a wrong request', () => {
  it.each([
    [{ client_id: 'nobody' }, 'There is no client with this client_id'],
    [{ redirect_uri: 'https://elsewhere.example/' }, 'none of the callback URLs'],
  ])('with %j is shown, and sent to nobody', async (parameters, message) => {
    const page = await browser().go(authorizeUrl(parameters))
    expect([page.status, page.html]).toEqual([400, expect.stringContaining(message)])
  })
  it.each([
    [{ scope: 'openid profile' }, `${callback}?error=invalid_scope&state=s-1`],
    [{ response_type: 'none' }, `${callback}?error=invalid_request&state=s-1`],
    [{ code_challenge_method: 'plain' }, `${callback}?error=invalid_request&state=s-1`],
  ])('with %j goes back to the app', async (parameters, location) => {
    expect((await browser().go(authorizeUrl(parameters))).url).toBe(location)
  })
  it('to sign out to elsewhere is shown', async () => {
    expect((await browser().go(`${domain}/logout?client_id=${clientId}&logout_uri=https://elsewhere.example/`)).status).toBe(400)
  })
  it.each([
    [{ grant_type: 'authorization_code', client_id: 'nobody' }, 'invalid_client'],
    [{ grant_type: 'password' }, 'unsupported_grant_type'],
    [{}, 'invalid_request'],
    [{ grant_type: 'authorization_code', code: 'made-up', redirect_uri: callback }, 'invalid_grant'],
    [{ grant_type: 'client_credentials' }, 'unauthorized_client'],
  ])('for a token: %j', async (form, error) => {
    expect(await tokens({ client_id: clientId, ...form })).toEqual({ status: 400, body: { error } })
  })
})

// https://docs.aws.amazon.com/cognito/latest/developerguide/token-endpoint.html
describe('a machine', () => {
  const basic = (secret: string) => ({
    authorization: `Basic ${Buffer.from(`${running.outputs['MachineId']}:${secret}`).toString('base64')}`,
  })
  it('gets an access token for its scopes by its secret, in the header or in the form', async () => {
    const { body } = await tokens({ grant_type: 'client_credentials', scope: 'kegs/read' }, basic(clientSecret))
    expect(decodeJwt(body['access_token'] ?? '')).toMatchObject({
      sub: running.outputs['MachineId'], client_id: running.outputs['MachineId'], scope: 'kegs/read', token_use: 'access', version: 2,
    })
    expect(Object.keys(body).sort()).toEqual(['access_token', 'expires_in', 'token_type'])
    expect((await tokens({
      grant_type: 'client_credentials', client_id: running.outputs['MachineId'] ?? '', client_secret: clientSecret,
    })).status).toBe(200)
    expect((await fetch(`${running.outputs['Url']}/kegs`, { headers: { authorization: `Bearer ${body['access_token']}` } })).status)
      .toBe(200)
  })
  it('gets none by another secret, nor for scopes that it does not have', async () => {
    expect((await tokens({ grant_type: 'client_credentials' }, basic('wrong'))).body).toEqual({ error: 'invalid_client' })
    expect((await tokens({ grant_type: 'client_credentials', scope: 'kegs/write' }, basic(clientSecret))).body)
      .toEqual({ error: 'invalid_scope' })
  })
})
