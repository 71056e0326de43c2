import { createBroker, type BrokerOptions } from '../adapters/create-broker.ts'
import { awsIotDialect, awsIotLimits } from '../aws-iot.ts'
import type { BrokerEvent, BrokerHooks, ClientAction } from '../hooks.ts'
import type { Message, MessageSource } from '../message.ts'
import { ManualClock } from './manual-clock.ts'

export interface OpenBrokerOptions extends Pick<BrokerOptions, 'limits' | 'dialect' | 'quotas' | 'meter' | 'store'>, Pick<BrokerHooks, 'connect' | 'unserved' | 'presence' | 'reachesSubscribers'> {
  /** Why something is refused; absent = everything is allowed. */
  readonly refusal?: (action: ClientAction, topic: string, clientId: string) => string | undefined
  /** Absent = always 0. */
  readonly random?: () => number
  readonly published?: (message: Message, source: MessageSource) => Promise<void> | undefined
}

/** A broker that lets everybody do everything, but for what a test says; its time is the test's, and its log a list. */
export function openBroker({ refusal = () => undefined, connect, published = () => undefined, unserved, presence, reachesSubscribers, random = () => 0, ...options }: OpenBrokerOptions = {}) {
  const clock = new ManualClock()
  const log: BrokerEvent[] = []
  let ids = 0
  const broker = createBroker({
    ...options, clock, random,
    newId: () => `id-${++ids}`,
    log: (event) => log.push(event),
    hooks: {
      ...(unserved && { unserved }), ...(presence && { presence }), ...(reachesSubscribers && { reachesSubscribers }),
      published: (message, source) => {
        const routing = published(message, source)
        return routing === undefined ? undefined : { safe: routing, done: routing }
      },
      connect: connect ?? (({ clientId }) =>
        Promise.resolve({ accepted: true, authorization: { principal: 'someone', refusal: (action, topic) => refusal(action, topic, clientId) } })),
    },
  })
  return { broker, clock, log }
}

/** A broker as {@link openBroker} makes it, with the limits and the dialect of AWS IoT. */
export const openAwsBroker = ({ limits, dialect, ...options }: OpenBrokerOptions = {}) =>
  openBroker({ ...options, limits: { ...awsIotLimits, maxKeptSessions: 100, ...limits }, dialect: { ...awsIotDialect, ...dialect } })
