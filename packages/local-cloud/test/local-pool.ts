import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { memoryShelves } from '../src/ground/shelf.ts'
import { clientSettings } from '../src/services/cognito/client-settings.ts'
import { Cognito } from '../src/services/cognito/cognito.ts'
import { poolSettings } from '../src/services/cognito/pool-settings.ts'
import { Lambda } from '../src/services/lambda/lambda.ts'
import { guardProcess } from '../src/services/process-guard.ts'

const where = { region: 'us-east-1', accountId: '123456789012', endpoint: 'http://127.0.0.1:4566' }
const site = `${where.endpoint}/_cognito/tap-room`
const signature = 'AWS4-HMAC-SHA256 Credential=AKIATEST/20260101/us-east-1/cognito-idp/aws4_request, SignedHeaders=host, Signature=0'

/** What an operation has answered, or refused with. */
export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

/** A browser with its cookies, and a code that the pool's app gets where somebody is signed in with it. */
export interface Browser {
  signIn(username: string, password: string): Promise<string | undefined>
  /** `undefined`: the browser is led to the sign-in page. */
  code(parameters?: Readonly<Record<string, string>>): Promise<string | undefined>
}

/** A user pool without a template and without a socket, with one client and the sign-in pages. */
export interface LocalPool extends AsyncDisposable {
  readonly poolId: string
  readonly clientId: string
  /** What was mailed and said. */
  readonly log: readonly string[]
  /** Calls an operation; signed: as an administrator. */
  call(operation: string, input: object, signed?: boolean): Promise<Answer>
  /** Creates a user who has a password. */
  user(name: string, attributes?: Readonly<Record<string, string>>): Promise<void>
  /** Removes a user as CloudFormation does. */
  removeUser(name: string): void
  browser(): Browser
  /** Asks for a page of the site. */
  page(path: string, init?: RequestInit): Promise<Response>
  /** Redeems a code. */
  redeem(code: string, form?: Readonly<Record<string, string>>): Promise<Answer>
}

export const PASSWORD = 'Tap-Room-1'
export const CALLBACK = 'https://app.example/back'

/** Starts it; the settings are those of `CreateUserPool` and `CreateUserPoolClient`. */
export async function localPool(pool: object = {}, client: object = {}): Promise<LocalPool> {
  const dir = mkdtempSync(join(tmpdir(), 'keg-pool-'))
  const guard = guardProcess(dir)
  const log: string[] = []
  const time = { nowMs: () => Date.now(), newId: randomUUID }
  const lambda = new Lambda({ ...where, ...time, guard, log: () => undefined })
  const cognito = new Cognito({
    ...where, ...time, lambda, shelves: memoryShelves(), randomBelow: () => 1, log: (line) => void log.push(line),
  })
  const { id: poolId } = await cognito.pools.create('people', poolSettings({ ...pool }, 'people'))
  cognito.pools.addDomain('tap-room', poolId)
  const { id: clientId } = cognito.pools.createClient('app', clientSettings({
    ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], AllowedOAuthFlowsUserPoolClient: true, AllowedOAuthFlows: ['code'],
    AllowedOAuthScopes: ['openid'], CallbackURLs: [CALLBACK], ...client,
  }, poolId, 'app'), false)
  const call = async (operation: string, input: object, signed = false) => {
    const headers = { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': `AWSCognitoIdentityProviderService.${operation}` }
    return answered(await cognito.fetch(new Request(where.endpoint, {
      method: 'POST', headers: signed ? { ...headers, authorization: signature } : headers, body: JSON.stringify(input),
    })))
  }
  const page = (path: string, init: RequestInit = {}) => cognito.site.fetch(new Request(`${site}/${path}`, init))
  return {
    poolId, clientId, log, call, page,
    async user(name, attributes = {}) {
      const UserAttributes = Object.entries(attributes).map(([Name, Value]) => ({ Name, Value }))
      await call('AdminCreateUser', { UserPoolId: poolId, Username: name, UserAttributes }, true)
      await call('AdminSetUserPassword', { UserPoolId: poolId, Username: name, Password: PASSWORD, Permanent: true }, true)
    },
    removeUser(name) {
      const directory = cognito.pools.directory(poolId)
      directory.remove(directory.get(name))
    },
    browser: () => browserOf(page, clientId),
    redeem: async (code, form = {}) => answered(await page('oauth2/token', {
      method: 'POST',
      body: new URLSearchParams({ grant_type: 'authorization_code', client_id: clientId, redirect_uri: CALLBACK, code, ...form }),
    })),
    async [Symbol.asyncDispose]() {
      await guard.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

async function answered(response: Response): Promise<Answer> {
  const text = await response.text()
  // Operations and endpoints answer objects.
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) as Record<string, unknown> }
}

function browserOf(page: LocalPool['page'], clientId: string): Browser {
  const cookies = new Map<string, string>()
  const go = async (path: string, form?: Readonly<Record<string, string>>) => {
    const headers = { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') }
    const response = await page(path, form === undefined ? { headers } : { method: 'POST', headers, body: new URLSearchParams(form) })
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('=')
      cookies.set(name, value)
    }
    return response
  }
  const query = (parameters: Readonly<Record<string, string>> = {}) =>
    new URLSearchParams({ response_type: 'code', client_id: clientId, redirect_uri: CALLBACK, ...parameters }).toString()
  const codeIn = ({ headers }: Response) => new URL(headers.get('location') ?? '', where.endpoint).searchParams.get('code') ?? undefined
  return {
    async signIn(username, password) {
      await go(`login?${query()}`)
      return codeIn(await go(`login?${query()}`, { _csrf: cookies.get('XSRF-TOKEN') ?? '', username, password }))
    },
    code: async (parameters) => codeIn(await go(`oauth2/authorize?${query(parameters)}`)),
  }
}
