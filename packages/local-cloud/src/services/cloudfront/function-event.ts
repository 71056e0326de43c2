import { isRecord } from '@keg/aws-service'
import type { EdgeEvent } from './distribution-config.ts'
import { isBodiless } from './error-page.ts'

/** What an event says beside the request. */
export interface EventContext {
  readonly distributionDomainName: string
  readonly distributionId: string
  readonly requestId: string
}

interface Value {
  readonly value: string
  readonly multiValue?: readonly { readonly value: string }[]
}
type Values = Record<string, Value>

/**
 * The event of a function.
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
 */
export function functionEvent(eventType: EdgeEvent, context: EventContext, request: Request, response?: Response): object {
  const url = new URL(request.url)
  return {
    version: '1.0', context: { ...context, eventType }, viewer: { ip: '127.0.0.1' },
    request: {
      method: request.method, uri: url.pathname,
      querystring: valuesOf(url.search.slice(1).split('&').filter((each) => each !== '').map(pairOf)),
      headers: headersOf(request.headers), cookies: cookiesOf(request.headers.get('cookie') ?? ''),
    },
    ...(response === undefined ? {} : { response: {
      statusCode: response.status, statusDescription: response.statusText, headers: headersOf(response.headers),
      cookies: valuesOf(response.headers.getSetCookie().map((cookie) => pairOf(cookie.split(';')[0] ?? ''))),
    } }),
  }
}

/** What a viewer request function answers: the request to go on with, or a response. Throws `TypeError` for anything else. */
export function requestOrResponse(answer: unknown, request: Request): Request | Response {
  if (!isRecord(answer)) throw new TypeError('The function answered neither a request nor a response.')
  if ('statusCode' in answer) return responseOf(answer, undefined)
  if (typeof answer['uri'] !== 'string' || !answer['uri'].startsWith('/')) throw new TypeError(`The function answered a request whose uri is ${JSON.stringify(answer['uri'])}; it begins with a slash.`)
  const url = new URL(request.url)
  // Not by a relative address: a path that begins with two slashes is none.
  const [path = '', query] = answer['uri'].split('?')
  url.pathname = path
  url.search = query ?? searchOf(answer['querystring'])
  const headers = setHeaders(answer['headers'])
  const cookies = entriesOf(answer['cookies']).map(([name, value]) => `${name}=${value}`)
  if (cookies.length > 0) headers.set('cookie', cookies.join('; '))
  // CloudFront Functions see no bodies, and can change neither these nor the method.
  return new Request(url, { method: request.method, headers, body: request.body, ...(request.body === null ? {} : { duplex: 'half' }) })
}

/** What a function answers as a response; without a body of its own, with that of the origin. Throws `TypeError` where it is none. */
export function responseOf(answer: unknown, before: Response | undefined): Response {
  const status = isRecord(answer) ? Number(answer['statusCode']) : Number.NaN
  if (!isRecord(answer) || !Number.isInteger(status) || status < 200 || status > 599) throw new TypeError('The function answered no response with a status.')
  const headers = setHeaders(answer['headers'])
  for (const [name, cookie] of Object.entries(isRecord(answer['cookies']) ? answer['cookies'] : {})) {
    const attributes = isRecord(cookie) && typeof cookie['attributes'] === 'string' ? `; ${cookie['attributes']}` : ''
    if (isRecord(cookie)) headers.append('set-cookie', `${name}=${String(cookie['value'])}${attributes}`)
  }
  const body = bodyOf(answer['body'])
  return new Response(isBodiless(status) ? null : body ?? before?.body ?? null, { status, headers })
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> | undefined {
  if (typeof body === 'string') return body
  if (!isRecord(body)) return undefined
  const { data, encoding } = body
  return encoding === 'base64' ? new Uint8Array(Buffer.from(String(data), 'base64')) : String(data)
}

const pairOf = (pair: string): readonly [string, string] => {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}

function valuesOf(pairs: readonly (readonly [string, string])[]): Values {
  const grouped = Map.groupBy(pairs, ([name]) => name)
  return Object.fromEntries([...grouped].map(([name, all]) => {
    const values = all.map(([, value]) => ({ value }))
    const [first = { value: '' }] = values
    return [name, values.length > 1 ? { ...first, multiValue: values } : first]
  }))
}

const cookiesOf = (header: string): Values => valuesOf(header.split(/; */).filter((each) => each !== '').map(pairOf))

const headersOf = (headers: Headers): Values =>
  valuesOf([...headers].filter(([name]) => name !== 'cookie' && name !== 'set-cookie'))

/** Names with each of their values. */
function entriesOf(values: unknown): [string, string][] {
  return Object.entries(isRecord(values) ? values : {}).flatMap(([name, value]) => {
    if (!isRecord(value)) return []
    const several: unknown = value['multiValue']
    const all: readonly unknown[] = Array.isArray(several) && several.length > 0 ? several : [value]
    return all.flatMap((each): [string, string][] => (isRecord(each) ? [[name, String(each['value'] ?? '')]] : []))
  })
}

function setHeaders(values: unknown): Headers {
  const headers = new Headers()
  for (const [name, value] of entriesOf(values)) headers.append(name, value)
  return headers
}

function searchOf(values: unknown): string {
  if (typeof values === 'string') return values
  return entriesOf(values).map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&')
}
