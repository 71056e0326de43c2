import type { SalesforceRecord } from './settings.ts'

export interface SalesforceClientOptions {
  /** As `v66.0`. */
  readonly apiVersion: string
  readonly fetch: typeof fetch
  /** Answers `{ instanceUrl, tokenUrl, clientId, clientSecret }` as JSON; one of the URLs is enough. */
  readonly readSecret: () => Promise<string>
}

interface Session {
  readonly token: string
  readonly baseUrl: string
}

/** A request may take so long. */
const LIMIT_MS = 8_000
const UNAUTHORIZED = 401

/**
 * Writes records by an external id: a second time, the same record. Neither the secret nor a token is in what it throws.
 *
 * @see https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_upsert.htm
 */
export class SalesforceClient {
  readonly #options: SalesforceClientOptions
  #session: Promise<Session> | undefined

  constructor(options: SalesforceClientOptions) {
    this.#options = options
  }

  /** Creates the record, or changes the one that has its external id. Throws with what Salesforce said. */
  async upsert(record: SalesforceRecord): Promise<void> {
    // As a part of a path these two lead to another one.
    if (record.externalId === '.' || record.externalId === '..')
      throw new Error(`Salesforce is not asked for the ${record.object} "${record.externalId}": that is no external id in a path`)
    let answer = await this.#patch(await this.#signedIn(), record)
    if (answer.status === UNAUTHORIZED) {
      // The token is over, or the secret has changed: once more with both anew.
      await answer.body?.cancel()
      this.#session = undefined
      answer = await this.#patch(await this.#signedIn(), record)
    }
    if (!answer.ok)
      throw new Error(`Salesforce did not take the ${record.object} ${record.externalId}: ${answer.status} ${await refusalOf(answer)}`)
    await answer.body?.cancel()
  }

  #patch({ token, baseUrl }: Session, { object, externalIdField, externalId, fields }: SalesforceRecord): Promise<Response> {
    const path = ['services', 'data', this.#options.apiVersion, 'sobjects', object, externalIdField, externalId]
      .map(encodeURIComponent)
      .join('/')
    return this.#send(`${baseUrl}/${path}`, {
      method: 'PATCH', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(fields),
    })
  }

  /** One token for all messages that the function gets meanwhile. */
  #signedIn(): Promise<Session> {
    this.#session ??= this.#signIn().catch((error: unknown) => {
      this.#session = undefined
      throw error
    })
    return this.#session
  }

  async #signIn(): Promise<Session> {
    const { instanceUrl, tokenUrl, clientId, clientSecret } = readCredentials(await this.#options.readSecret())
    const url = tokenUrl ?? `${withoutSlash(instanceUrl ?? '')}/services/oauth2/token`
    const answer = await this.#send(url, {
      method: 'POST', body: new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret }),
    })
    if (!answer.ok) throw new Error(`Salesforce gave no token: ${answer.status} ${await refusalOf(answer)}`)
    // Whatever it is, it is looked at below.
    const { access_token: token, instance_url: instance } = (await answer.json().catch(() => ({}))) as Readonly<Record<string, unknown>>
    const baseUrl = instanceUrl ?? instance
    if (typeof token !== 'string' || typeof baseUrl !== 'string')
      throw new Error('Salesforce gave no token: its answer has no access_token, or no instance_url')
    return { token, baseUrl: withoutSlash(baseUrl) }
  }

  #send(url: string, request: RequestInit): Promise<Response> {
    const { protocol, hostname } = new URL(url)
    if (protocol !== 'https:' && !LOOPBACK.has(hostname))
      throw new Error(`${hostname} is not asked without TLS: the URLs in the secret begin with https://`)
    // A redirect would take the token elsewhere.
    return this.#options.fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(LIMIT_MS) })
  }
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])
const withoutSlash = (url: string): string => url.replace(/\/+$/, '')

interface Credentials {
  readonly instanceUrl?: string
  readonly tokenUrl?: string
  readonly clientId: string
  readonly clientSecret: string
}

function readCredentials(text: string): Credentials {
  const secret = parsed(text)
  const member = (name: string) => (typeof secret[name] === 'string' && secret[name] !== '' ? secret[name] : undefined)
  const [instanceUrl, tokenUrl, clientId, clientSecret] = ['instanceUrl', 'tokenUrl', 'clientId', 'clientSecret'].map(member)
  if (clientId === undefined || clientSecret === undefined || (instanceUrl ?? tokenUrl) === undefined) {
    throw new Error(
      'The secret is not { "instanceUrl": "https://…", "clientId": "…", "clientSecret": "…" } (or tokenUrl in place of instanceUrl)',
    )
  }
  return { clientId, clientSecret, ...(instanceUrl !== undefined && { instanceUrl }), ...(tokenUrl !== undefined && { tokenUrl }) }
}

/** An error of JSON.parse would quote the text. */
function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
  } catch {
    return {}
  }
}

/** `errorCode: message`, as its REST API has it, or `error: error_description`, as OAuth has it; nothing else of the answer. */
async function refusalOf(answer: Response): Promise<string> {
  const body: unknown = await answer.json().catch(() => undefined)
  const [first] = [body].flat()
  if (typeof first !== 'object' || first === null) return ''
  const { errorCode, error = errorCode, message, error_description: description = message } = first as Readonly<Record<string, unknown>>
  return [error, description].filter((part) => typeof part === 'string').join(': ')
}
