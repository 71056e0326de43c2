import { LastingFailure } from '../actions/action.ts'
import type { HttpRequest } from '../actions/requests.ts'

/** A request may take so long (ours: AWS speaks of a timeout and does not give it). */
const REQUEST_LIMIT_MS = 4000
/** After a longer answer nothing is tried again (https-rule-action.html#https-rule-action-retry-logic). */
const MAX_ANSWER_BYTES = 16_384

/**
 * The request, sent to where its origin is found instead, as a proxy would: the signature is for the origin's host, which
 * `x-forwarded-host` has.
 */
export function rerouted(request: HttpRequest, origins: Readonly<Record<string, string>>): HttpRequest {
  const { origin, host, pathname, search } = new URL(request.url)
  if (!Object.hasOwn(origins, origin)) return request
  return { ...request, url: `${origins[origin] ?? origin}${pathname}${search}`, headers: { ...request.headers, 'x-forwarded-host': host } }
}

/**
 * Sends a request to wherever it says. Rejects unless the answer is a success, with {@link LastingFailure} where AWS would not try again.
 */
export async function sendHttp({ method, url, headers, body }: HttpRequest): Promise<void> {
  const answer = await fetch(url, {
    method,
    headers,
    // The body's bytes are a plain view, which the DOM's types ask to be spelled out.
    body: body as Uint8Array<ArrayBuffer>,
    // A redirect is a status that is not tried again, like any other.
    redirect: 'manual',
    signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
  }).catch((error: unknown) => {
    throw closedByPeer(error) ? new LastingFailure(`${new URL(url).host} closed the connection.`, { cause: error }) : error
  })
  const isShort = await drain(answer)
  if (answer.ok) return
  const message = `The endpoint was reached and did not take the request. StatusCode: ${answer.status}. Reason: ${answer.statusText}.`
  throw isShort && (answer.status === 429 || answer.status >= 500) ? new Error(message) : new LastingFailure(message)
}

/** Reads the answer away, so that its connection is free again; whether it had a bearable length. */
async function drain({ body }: Response): Promise<boolean> {
  let bytes = 0
  // Node's streams are iterable; the DOM's types do not know.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) return false
  }
  return true
}

const closedByPeer = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : undefined
  return ['ECONNRESET', 'UND_ERR_SOCKET'].includes((cause as NodeJS.ErrnoException | undefined)?.code ?? '')
}
