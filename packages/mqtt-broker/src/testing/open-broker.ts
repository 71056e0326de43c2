import { createBroker, type BrokerOptions } from '../adapters/create-broker.ts'
import { awsIotDialect, awsIotLimits } from '../aws-iot.ts'
import type { BrokerEvent, BrokerHooks, ClientAction } from '../hooks.ts'
import type { Message, MessageSource } from '../message.ts'
import { ManualClock } from './manual-clock.ts'

export interface OpenBrokerOptions extends Pick<BrokerOptions, 'limits' | 'dialect' | 'quotas' | 'meter' | 'store'>, Pick<
  BrokerHooks, 'connect' | 'unserved' | 'presence' | 'reachesSubscribers'
> {
  /** Why something is refused; absent = everything is allowed. */
  readonly refusal?: (action: ClientAction, topic: string, clientId: string) => string | undefined
  /** Absent = always 0. */
  readonly random?: () => number
  readonly published?: (message: Message, source: MessageSource) => Promise<void> | undefined
}

/**
 * Makes a broker for tests, which allows everything that `refusal` does not refuse. The test moves its clock, and reads its log as a list.
 *
 * @example
 * const { broker, clock, log } = openBroker({ refusal: (action, topic) => (topic === 'secret' ? `no ${action}` : undefined) })
 * const { client } = await connectClient(broker)
 * client.publish('secret', 'text')
 * clock.advance(1_000)
 */
export function openBroker({
  refusal = () => undefined, connect, published = () => undefined, unserved, presence, reachesSubscribers, random = () => 0, ...options
}: OpenBrokerOptions = {}) {
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
      connect: connect
        ?? (({ clientId }) =>
          Promise.resolve({
            accepted: true, authorization: { principal: 'someone', refusal: (action, topic) => refusal(action, topic, clientId) },
          })),
    },
  })
  return { broker, clock, log }
}

/**
 * Like {@link openBroker}, with the limits and the dialect of AWS IoT.
 *
 * @example
 * const { broker } = openAwsBroker()
 * const { client } = await connectClient(broker, { version: 5, clientId: 'k-1' })
 */
export const openAwsBroker = ({ limits, dialect, ...options }: OpenBrokerOptions = {}) =>
  openBroker({ ...options, limits: { ...awsIotLimits, maxKeptSessions: 100, ...limits }, dialect: { ...awsIotDialect, ...dialect } })
