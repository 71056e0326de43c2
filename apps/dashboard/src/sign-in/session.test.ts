import { createServer, type Server } from 'node:http'
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSession, type Surroundings } from './session.ts'

// An issuer that redeems a code once, for whoever has the verifier of its challenge.

let server: Server
let issuer: string
let redeemed: URLSearchParams[] = []
let revoked: string[] = []
let answerRefresh: { readonly status: number; readonly body: object }
const page = 'http://127.0.0.1:8080/'

beforeEach(async () => {
  redeemed = []
  revoked = []
  answerRefresh = { status: 200, body: { access_token: 'second', token_type: 'Bearer', expires_in: 3_600 } }
  server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => {
      const { status, body } = answer(request.url ?? '', new URLSearchParams(Buffer.concat(chunks).toString()))
      response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/pool`
})
afterEach(() => server.close())

function answer(path: string, form: URLSearchParams): { readonly status: number; readonly body: object } {
  if (path.endsWith('/openid-configuration')) {
    return { status: 200, body: {
      issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, end_session_endpoint: `${issuer}/logout`,
      revocation_endpoint: `${issuer}/revoke`,
    } }
  }
  if (path.endsWith('/revoke')) {
    revoked.push(form.get('token') ?? '')
    return { status: 200, body: {} }
  }
  redeemed.push(form)
  // It has run out as it comes.
  const first = { access_token: 'first', token_type: 'Bearer', expires_in: 0, refresh_token: 'again' }
  return form.get('grant_type') === 'refresh_token' ? answerRefresh : { status: 200, body: first }
}

/** A browser at an address: where it was sent, and what it keeps over that. */
function browser(kept = new Map<string, string>()) {
  const left: string[] = []
  const tabs = new EventTarget()
  const told: unknown[] = []
  const at = (url: string): Surroundings => ({
    url: new URL(url), leave: (to) => left.push(to), clean: (to) => left.push(`cleaned ${to}`),
    storage: {
      getItem: (name) => kept.get(name) ?? null, setItem: (name, value) => void kept.set(name, value),
      removeItem: (name) => void kept.delete(name),
    },
    tabs: Object.assign(tabs, { postMessage: (message: unknown) => void told.push(message) }) as unknown as Surroundings['tabs'],
  })
  const leaving = async (index = 0): Promise<URL> => {
    await expect.poll(() => left.length).toBeGreaterThan(index)
    return new URL(left[index] ?? '')
  }
  /** What another tab says. */
  const tell = (data: unknown) => tabs.dispatchEvent(new MessageEvent('message', { data }))
  return { left, at, leaving, told, tell }
}

const config = () => ({ issuer, clientId: 'the-page' })

it('leaves for the sign-in page, and redeems the code that it comes back with by the verifier of its challenge', async () => {
  const { left, at, leaving, told } = browser()
  void openSession(config(), at(`${page}#/kegs/keg-01`))
  const { origin, pathname, searchParams } = await leaving()
  expect(`${origin}${pathname}`).toBe(`${issuer}/authorize`)
  expect(Object.fromEntries(searchParams)).toMatchObject({
    response_type: 'code', client_id: 'the-page', redirect_uri: page, scope: 'openid', code_challenge_method: 'S256',
  })
  const session = await openSession(config(), at(`${page}?code=c-1&state=${searchParams.get('state')}`))
  expect(left[1]).toBe(`cleaned ${page}#/kegs/keg-01`)
  expect(Object.fromEntries(redeemed[0] ?? [])).toMatchObject({ grant_type: 'authorization_code', code: 'c-1', redirect_uri: page })
  const challenge = createHash('sha256').update(redeemed[0]?.get('code_verifier') ?? '').digest('base64url')
  expect(challenge).toBe(searchParams.get('code_challenge'))
  // The first token has run out: one request brings the next for all that ask.
  expect(await Promise.all([session.token(), session.token()])).toEqual(['second', 'second'])
  expect(redeemed.map((form) => form.get('grant_type'))).toEqual(['authorization_code', 'refresh_token'])
  // A token that the API refuses is changed, however good it looks here.
  answerRefresh = { status: 200, body: { access_token: 'third', token_type: 'Bearer', expires_in: 3_600 } }
  expect([await session.token('first'), await session.token('second'), await session.token()]).toEqual(['second', 'third', 'third'])
  await session.signOut()
  expect([revoked, told]).toEqual([['again'], ['signed out']])
  expect((await leaving(2)).href).toBe(`${issuer}/logout?client_id=the-page&logout_uri=${encodeURIComponent(page)}`)
})

it('takes no code of a sign-in that it did not begin, or that was begun with another state', async () => {
  const stranger = browser()
  void openSession(config(), stranger.at(`${page}?code=c-1&state=s`))
  expect((await stranger.leaving()).pathname).toBe('/pool/authorize')
  const { at, leaving } = browser()
  void openSession(config(), at(page))
  await leaving()
  await expect(openSession(config(), at(`${page}?code=c-1&state=forged`))).rejects.toThrow(/state/)
  expect(redeemed).toEqual([])
})

it('goes with the tab that signs out', async () => {
  const { at, leaving, tell } = browser()
  void openSession(config(), at(page))
  await openSession(config(), at(`${page}?code=c-1&state=${(await leaving()).searchParams.get('state')}`))
  tell('hello')
  tell('signed out')
  expect((await leaving(2)).href).toBe(page)
})

it('has the issuer ask for name and password where the session has ended', async () => {
  const { at, leaving } = browser()
  void openSession(config(), at(page))
  const state = (await leaving()).searchParams.get('state')
  const session = await openSession(config(), at(`${page}?code=c-1&state=${state}`))
  answerRefresh = { status: 400, body: { error: 'invalid_grant' } }
  void session.token()
  expect((await leaving(2)).pathname).toBe('/pool/logout')
})

it('tells that nobody could be signed in where the issuer says so', async () => {
  const { at, leaving } = browser()
  void openSession(config(), at(page))
  const state = (await leaving()).searchParams.get('state')
  await expect(openSession(config(), at(`${page}?error=access_denied&state=${state}`))).rejects.toThrow(/is an error/)
})
