import { isLetIn, originOf, type Hosts } from '@keg/local-iot/doors'
import type { BodyBound } from '../../ground/http.ts'
import { API_BODY_BYTES_MAX, apiBodyTooLarge } from '../http-api/limits.ts'

/** What is asked for: files that a page of any site may link to, or something that acts in the name of who looks. */
export type Asked = 'files' | 'actions'

/**
 * Judges a request by its head: how much of its body is read, or how it is refused. A distribution answers to the names of this machine
 * alone, so that no web site can have its own lead here; what acts, as an API does, to its own page and to programs, since a browser sends
 * what other pages ask, too; and a WebSocket to pages of this machine.
 */
export function checkHead(head: Request, asked: Asked, hosts: Hosts): BodyBound | Response {
  if (!isLetIn(new URL(head.url).hostname, hosts))
    return refusal('This distribution is for this machine: it answers to localhost and 127.0.0.1.')
  const origin = originOf(head, hosts)
  if (head.headers.has('sec-websocket-key')) {
    if (origin === 'elsewhere') return refusal('MQTT over WebSocket is for this machine and its pages.')
  } else if (origin !== 'here' && (asked === 'actions' || !READS.has(head.method))) {
    return refusal('This API is for its own page, and for programs.')
  }
  return { bytesMax: API_BODY_BYTES_MAX, tooLarge: apiBodyTooLarge }
}

const READS = new Set(['GET', 'HEAD'])
const refusal = (text: string) => new Response(text, { status: 403, headers: { 'content-type': 'text/plain;charset=UTF-8' } })
