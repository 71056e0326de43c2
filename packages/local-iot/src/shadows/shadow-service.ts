import { together, type Clock, type Message, type MessageSource, type Routing } from '@keg/mqtt-broker'
import { deleteShadow, getShadow, updateShadow, type ShadowRejected } from '@keg/shadow-client/document'
import type { UsageMeter } from '../metering/usage-meter.ts'
import { PACKAGE_SHADOW, packageShadowFault } from './package-shadow.ts'
import type { ShadowRates } from './shadow-rates.ts'
import { keptShadow, restoredShadow, shadowKey, type ShadowTable } from './shadow-records.ts'
import type { TopicService } from '../reserved-topics/topic-service.ts'
import { shadowTopic, shadowRequest, type ShadowOperation, type ShadowTarget } from './shadow-topics.ts'

/** How a request over HTTPS ended: the document's JSON text, or why there is none. */
export type ShadowAnswer = { readonly accepted: Uint8Array; readonly rejected?: undefined } | { readonly rejected: ShadowRejected }

/** The device shadows of the account, asked over MQTT or by operation. */
export interface ShadowService extends TopicService {
  /** Answers an operation; what it changed is told on the shadow's topics too. */
  request(operation: ShadowOperation, target: ShadowTarget, payload: Uint8Array): Promise<ShadowAnswer>
  /** The names of the thing's named shadows. */
  names(thingName: string): string[]
}

export interface ShadowServiceOptions {
  readonly clock: Clock
  readonly meter: Pick<UsageMeter, 'shadowOperation'>
  readonly publish: (message: Message, source: MessageSource) => Routing | undefined
  readonly rates: ShadowRates
  readonly records: ShadowTable
}

/** The response of device-shadow-error-messages.html. */
const TOO_MANY = {
  record: undefined, accepted: undefined, delta: undefined, documents: undefined, rejected: { code: 429, message: 'Too many requests' },
}
const OPERATIONS = { get: getShadow, update: updateShadow, delete: deleteShadow } as const

export function createShadowService({ clock, meter, publish, rates, records }: ShadowServiceOptions): ShadowService {
  const run = (operation: ShadowOperation, { thingName, shadowName }: ShadowTarget, payload: Uint8Array) => {
    const key = shadowKey({ thingName, shadowName })
    const context = { thingName, ...(shadowName === undefined ? {} : { shadowName }), nowSec: Math.floor(clock.nowMs() / 1000) }
    if (!rates.take(thingName)) return TOO_MANY
    const fault = operation === 'update' && shadowName === PACKAGE_SHADOW ? packageShadowFault(payload) : undefined
    if (fault !== undefined) return { ...TOO_MANY, rejected: { code: 400, message: fault } }
    const result = OPERATIONS[operation](restoredShadow(records.get(key)), payload, context)
    if (operation !== 'get' && result.record !== undefined) records.set(key, keptShadow(result.record))
    meter.shadowOperation(Math.max(payload.length, result.accepted === undefined ? 0 : encode(result.accepted).length))
    return result
  }

  /** One message of the service's own; a queue is kept for QoS 1, so that a delta waits for a device that is away. */
  const send = (topic: string, body: unknown, hops: number) =>
    publish({ topic, payload: encode(body), qos: 1, retain: false }, { hops })

  const announce = (operation: ShadowOperation, target: ShadowTarget, result: ReturnType<typeof run>, hops: number) => {
    const messages: [kind: string, body: unknown][] = [
      ['accepted', result.accepted], ['rejected', result.rejected], ['delta', result.delta], ['documents', result.documents],
    ]
    const sent = messages.flatMap(([kind, body]) => (body === undefined ? [] : [send(shadowTopic(target, operation, kind), body, hops)]))
    return together(sent)
  }

  return {
    serves: (topic) => shadowRequest(topic) !== undefined,
    handle({ topic, payload }, { hops }) {
      const request = shadowRequest(topic)
      if (request === undefined) return undefined
      return announce(request.operation, request.target, run(request.operation, request.target, payload), hops)
    },
    async request(operation, target, payload) {
      const result = run(operation, target, payload)
      if (result.rejected !== undefined) return { rejected: result.rejected }
      // A get over HTTPS is answered on HTTPS alone.
      if (operation !== 'get') await announce(operation, target, result, 0)?.safe
      return { accepted: encode(result.accepted) }
    },
    names(thingName) {
      meter.shadowOperation(0)
      return [...records.entries()].flatMap(([key, record]) => {
        // As `shadowKey` made it.
        const [thing, shadowName] = JSON.parse(key) as [string, string | null]
        return thing === thingName && shadowName !== null && record.document !== undefined ? [shadowName] : []
      })
    },
  }
}

const encode = (body: unknown) => new TextEncoder().encode(JSON.stringify(body))
