import { createBroker } from '../broker.ts'
import type { BrokerEvent, BrokerHooks, ClientAction } from '../hooks.ts'
import type { Message, MessageSource } from '../message.ts'
import type { QuotaMode } from '../quotas.ts'
import { noMeter, type TrafficMeter } from '../traffic-meter.ts'
import { ManualClock } from './manual-clock.ts'

export interface OpenBrokerOptions {
  /** Why something is refused; absent = everything is allowed. */
  readonly refusal?: (action: ClientAction, topic: string, clientId: string) => string | undefined
  readonly connect?: BrokerHooks['connect']
  readonly quotas?: QuotaMode
  /** Absent = always 0. */
  readonly random?: () => number
  readonly unserved?: BrokerHooks['unserved']
  readonly maxKeptSessions?: number
  readonly meter?: TrafficMeter
  readonly published?: (message: Message, source: MessageSource) => Promise<void> | undefined
}

/** A broker that lets everybody do everything, but for what a test says. */
export function openBroker({ refusal = () => undefined, connect, published = () => undefined, random = () => 0, quotas = 'off', unserved = () => undefined, maxKeptSessions = 100, meter = noMeter }: OpenBrokerOptions = {}) {
  const clock = new ManualClock()
  const log: BrokerEvent[] = []
  let ids = 0
  const broker = createBroker({
    clock,
    meter,
    newId: () => `id-${++ids}`,
    random,
    quotas,
    maxKeptSessions,
    log: (event) => log.push(event),
    hooks: {
      published: (message, source) => {
        const routing = published(message, source)
        return routing === undefined ? undefined : { safe: routing, done: routing }
      },
      unserved,
      connect: connect ?? (({ clientId }) =>
        Promise.resolve({ accepted: true, authorization: { principal: 'someone', refusal: (action, topic) => refusal(action, topic, clientId) } })),
    },
  })
  return { broker, clock, log }
}
