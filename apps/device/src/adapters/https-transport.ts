import { type JsonObject, ShadowError, type ShadowOperation, type ShadowTransport } from '@keg/shadow-client'
import { UplinkError, type Line, type LineState } from '@keg/uplink'
import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:https'
import type { Transport } from '../program.ts'

/** Where the data plane is, and whose certificate to show. */
export interface HttpsOptions {
  readonly host: string
  readonly port: number
  readonly caFile: string
  readonly certificateFile: string
  readonly privateKeyFile: string
}

interface Answer {
  readonly status: number
  readonly text: string
}
type Ask = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: Uint8Array, signal?: AbortSignal) => Promise<Answer>

/** How long an answer may take. */
const TIMEOUT_MS = 20_000
const FIRST_FAILURE = 300
const SERVER_FAULT = 500

/**
 * AWS IoT over HTTPS with a client certificate: each message is a request of its own. Nothing can be subscribed to, so there are no
 * commands.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http.html
 */
export function httpsTransport(options: HttpsOptions, pollMs: number): Transport {
  const [ca, cert, key] = [options.caFile, options.certificateFile, options.privateKeyFile].map((file) => readFileSync(file))
  const agent = new Agent({ ca, cert, key, keepAlive: true, maxSockets: 4 })
  const handlers: ((state: LineState, reason: string) => void)[] = []
  let state: LineState = 'disconnected'
  const tell = (now: LineState, reason: string) => {
    if (now === state && now === 'connected') return
    state = now
    for (const handler of handlers) handler(now, reason)
  }
  // The line is as good as the last request on it; looking at the shadow tries it again and again.
  const ask: Ask = async (...given) => {
    try {
      const answer = await send({ ...options, agent }, ...given)
      tell('connected', 'connected over HTTPS')
      return answer
    } catch (error) {
      if (!given[3]?.aborted) tell('disconnected', String(error))
      throw error
    }
  }
  const line: Line = {
    get state() {
      return state
    },
    publish: (topic, payload, qos) => publish(ask, topic, payload, qos),
    subscribe: () => Promise.reject(new UplinkError('REFUSED', 'Nothing can be subscribed to over HTTPS.')),
    onState: (handler) => void handlers.push(handler),
    start: () => undefined,
    close: () => Promise.resolve(agent.destroy()),
  }
  return { line, shadow: shadowOver(ask), pollMs }
}

async function publish(ask: Ask, topic: string, payload: Uint8Array, qos: 0 | 1): Promise<void> {
  const { status, text } = await ask('POST', `/topics/${topic.split('/').map(encodeURIComponent).join('/')}?qos=${qos}`, payload)
    .catch((cause: unknown) => {
      throw new UplinkError('DISCONNECTED', `No answer to the publish to ${topic}.`, { topic, cause })
    })
  if (status < FIRST_FAILURE) return
  // A fault of the service's passes; what it refuses, it refuses again.
  throw new UplinkError(status >= SERVER_FAULT ? 'DISCONNECTED' : 'REFUSED', `The publish to ${topic} was answered ${status}: ${text}`, {
    topic,
  })
}

function shadowOver(ask: Ask): ShadowTransport {
  const methods = { get: 'GET', update: 'POST', delete: 'DELETE' } as const
  const pathOf = ({ thingName, shadowName }: ShadowOperation) =>
    `/things/${encodeURIComponent(thingName)}/shadow${shadowName === undefined ? '' : `?name=${encodeURIComponent(shadowName)}`}`
  return {
    async request(operation, payload, { signal }) {
      const body = operation.kind === 'update' ? new TextEncoder().encode(JSON.stringify(payload)) : undefined
      const { status, text } = await ask(methods[operation.kind], pathOf(operation), body, signal).catch((cause: unknown) => {
        signal.throwIfAborted()
        throw new ShadowError('DISCONNECTED', `No answer to ${operation.kind}.`, { cause })
      })
      // The service answers shadow requests with JSON objects.
      return status < FIRST_FAILURE ? { accepted: JSON.parse(text) as JsonObject } : { rejected: { code: status, message: text } }
    },
  }
}

function send({ host, port, agent }: HttpsOptions & { agent: Agent }, ...[method, path, body, signal]: Parameters<Ask>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const limit = AbortSignal.timeout(TIMEOUT_MS)
    const asked =
      request({ host, port, agent, method, path, signal: signal === undefined ? limit : AbortSignal.any([signal, limit]) }, (response) => {
        response.setEncoding('utf8')
        let text = ''
        response.on('data', (part: string) => (text += part))
        response.on('error', reject)
        response.on('end', () => resolve({ status: response.statusCode ?? SERVER_FAULT, text }))
      })
    asked.on('error', reject)
    asked.end(body)
  })
}
