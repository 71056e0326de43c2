import type * as z from 'zod'
import { problem, type ProblemDocument } from './problem.ts'
import type { Frozen, Part, PartInput, Route, RouteAnswer } from './route.ts'

/** A call that came to nothing; `problem` is what the API said where it refused. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  /** `REFUSED`: by the API. `UNEXPECTED`: what answers is not the API, or another version of it. `UNREACHABLE`: nobody answers. */
  readonly code: 'REFUSED' | 'UNEXPECTED' | 'UNREACHABLE'
  /** Of the answer; absent where there was none. */
  readonly status: number | undefined
  readonly problem: ProblemDocument | undefined
  constructor(code: ApiError['code'], message: string, options: ErrorOptions & { status?: number; problem?: ProblemDocument } = {}) {
    super(message, options)
    this.code = code
    this.status = options.status
    this.problem = options.problem
  }
}

type Sent<R extends Route> = { readonly [P in Part as PartInput<R, P> extends never ? never : P]: Readonly<PartInput<R, P>> }
type Optional<Parts> = { readonly [P in keyof Parts as object extends Parts[P] ? P : never]?: Parts[P] }
  & { readonly [P in keyof Parts as object extends Parts[P] ? never : P]: Parts[P] }

/** What a call sends: the parts that the route takes; those whose members are all optional may be left out. */
export type CallInput<R extends Route> = Optional<Sent<R>>

/**
 * Calls a route, and answers what it answers, which has been held to the route's schema; what a newer API adds to it stays.
 * Rejects with {@link ApiError}.
 */
export type ApiClient = <R extends Route>(
  route: R, ...input: object extends CallInput<R> ? [input?: CallInput<R>] : [input: CallInput<R>]
) => Promise<RouteAnswer<R>>

/** Where the API is. */
export interface ApiClientOptions {
  readonly url: string
  /**
   * The access token of who calls, asked for at each call; absent = nobody is signed in, and the API refuses. Where the API does not take
   * it, it is asked for again with the one that was refused: with another one the call is sent once more.
   */
  readonly token?: (refused?: string) => string | Promise<string>
  /** Default: the platform's. */
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>
}

/**
 * A client of the API at a URL.
 *
 * @example
 * const call = apiClient({ url: 'https://abc.execute-api.eu-central-1.amazonaws.com', token: () => accessToken })
 * const { items } = await call(listPoursRoute, { params: { kegId: 'keg-01' }, query: { limit: 3 } })
 */
export function apiClient({ url, token, fetch: send = (...given) => fetch(...given) }: ApiClientOptions): ApiClient {
  const base = url.replace(/\/$/, '')
  return async (route, ...[input = {}]) => {
    const { path, init } = requestOf(route, input)
    const name = `${route.method} ${path}`
    const sendAs = (bearer: string | undefined) => send(`${base}${path}`, authorized(init, bearer)).catch((cause: unknown) => {
      throw new ApiError('UNREACHABLE', `No API answers at ${base}.`, { cause })
    })
    const sent = await token?.()
    let answer = await sendAs(sent)
    if (answer.status === UNAUTHORIZED && sent !== undefined) {
      const next = await token?.(sent)
      if (next !== sent) answer = await sendAs(next)
    }
    // Something else than the API may answer there, or stand in between.
    const json: unknown = await answer.json().catch(() => undefined)
    if (!answer.ok) throw refusal(json, answer.status, `${name} answered ${answer.status} at ${base}.`)
    if (!fits(schemaOf(route), json)) {
      throw new ApiError('UNEXPECTED', `What answers at ${base} is not the API: ${name} has no such answer.`, { status: answer.status })
    }
    return json
  }
}

/** Asks for a part of a list. */
type AskPage<Item> = (page: { readonly limit: number; readonly cursor?: string }) => Promise<{
  readonly items: readonly Item[]
  readonly cursor?: string | undefined
}>

/**
 * All pages of a list, one after the other.
 *
 * @example
 * for await (const kegs of allPages((query) => call(listKegsRoute, { query }))) console.log(kegs.length)
 */
export async function* allPages<Item>(list: AskPage<Item>, limit = 1_000): AsyncGenerator<readonly Item[]> {
  let cursor: string | undefined
  do {
    const page = await list({ limit, ...(cursor === undefined ? {} : { cursor }) })
    yield page.items
    cursor = page.cursor
  } while (cursor !== undefined)
}

/**
 * All items of a list, page by page.
 *
 * @example
 * for await (const { kegId } of allItems((query) => call(listKegsRoute, { query }))) console.log(kegId)
 */
export async function* allItems<Item>(list: AskPage<Item>, limit = 1_000): AsyncGenerator<Item> {
  for await (const items of allPages(list, limit)) yield* items
}

const UNAUTHORIZED = 401

const authorized = (init: Request, bearer: string | undefined): RequestInit =>
  (bearer === undefined ? init : { ...init, headers: { authorization: `Bearer ${bearer}`, ...init.headers } })

/** A request, whose headers are by name. */
interface Request extends RequestInit {
  readonly headers: Readonly<Record<string, string>>
}

function requestOf(route: Route, input: object): { readonly path: string; readonly init: Request } {
  const params = partOf(input, 'params')
  const path = route.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams(texts(partOf(input, 'query'))).toString()
  const headers = texts(partOf(input, 'headers'))
  const body = 'body' in input ? { body: JSON.stringify(input.body) } : {}
  return {
    path: query === '' ? path : `${path}?${query}`,
    init: { method: route.method, headers: 'body' in body ? { ...headers, 'content-type': 'application/json' } : headers, ...body },
  }
}

function schemaOf<R extends Route>(route: R): R['answer']['schema'] {
  const answer: R['answer'] = route.answer
  return answer.schema
}

const partOf = (input: object, part: Part): Readonly<Record<string, unknown>> => {
  const given: unknown = new Map<string, unknown>(Object.entries(input)).get(part)
  return typeof given === 'object' && given !== null ? { ...given } : {}
}

const texts = (part: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(part).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))

const fits = <Schema extends z.ZodType>(schema: Schema, value: unknown): value is Frozen<z.input<Schema>> => schema.safeParse(value).success

function refusal(json: unknown, status: number, otherwise: string): ApiError {
  const said = problem.safeParse(json)
  return said.success
    ? new ApiError('REFUSED', said.data.detail, { status, problem: said.data })
    : new ApiError('UNEXPECTED', otherwise, { status })
}
