import { messageBytes, type BrokerEvent, type Message, type MessageSource, type Presence, type PresenceChange } from '@keg/mqtt-broker'
import { basicIngest } from '@keg/mqtt-topics'
import type { MetricValue } from '../../model/model.generated.ts'
import type { Observation } from './detector.ts'

/** Things that are away and remembered; past it the one that has been away longest is forgotten. */
const MAX_AWAY = 100_000

interface Watching {
  readonly isIdle: boolean
  observe(observation: Observation): void
}

/** Makes observations of what the broker sees of things: a client is the thing that it stands for, else one of its id. */
export class CloudMetrics {
  readonly #detector: () => Watching
  readonly #presence: (clientId: string) => Presence | undefined
  readonly #connected = new Map<string, string>()
  readonly #away = new Map<string, number>()

  constructor(detector: () => Watching, presence: (clientId: string) => Presence | undefined) {
    this.#detector = detector
    this.#presence = presence
  }

  /** The things that are connected. */
  connected(): Iterable<string> {
    return this.#connected.values()
  }

  /** Those that have gone, and when. */
  away(): Iterable<readonly [thingName: string, sinceMs: number]> {
    return this.#away
  }

  /** A client has sent a message. */
  received(message: Message, { clientId, sourceIp }: MessageSource): void {
    if (clientId === undefined || this.#detector().isIdle) return
    const { topic } = message
    // The metric of what Basic Ingest gets is not emitted: iot-basic-ingest.html
    if (basicIngest(topic) !== undefined) return
    this.#observe(clientId, 'aws:message-byte-size', messageBytes(message), topic)
    this.#observe(clientId, 'aws:num-messages-sent', 1, topic)
    if (sourceIp !== undefined) this.#observe(clientId, 'aws:source-ip-address', { cidrs: [sourceIp] }, topic)
  }

  /** A client was sent a message. */
  sent(clientId: string, topic: string): void {
    if (!this.#detector().isIdle) this.#observe(clientId, 'aws:num-messages-received', 1, topic)
  }

  /** A client was refused a topic. */
  refused({ event, reason, clientId, topic }: BrokerEvent): void {
    if (clientId === undefined || this.#detector().isIdle) return
    const isAuthorization = event === 'receive-denied' || ((event === 'publish-refused' || event === 'subscribe-refused') && reason === 'AUTH_ERROR')
    if (isAuthorization) this.#observe(clientId, 'aws:num-authorization-failures', 1, topic)
  }

  /** A client came, went, or was refused. */
  changed(change: PresenceChange): void {
    switch (change.kind) {
      case 'connected': return this.#came(change.presence)
      case 'disconnected': return this.#went(change.presence)
      case 'connect-refused':
        this.#observe(change.clientId, 'aws:num-connection-attempts', 1)
        return this.#observe(change.clientId, 'aws:num-authorization-failures', 1)
      default: return undefined
    }
  }

  #came({ clientId, thing, info: { sourceIp } }: Presence): void {
    const thingName = thing?.thingName ?? clientId
    this.#connected.set(clientId, thingName)
    this.#away.delete(thingName)
    this.#observe(clientId, 'aws:num-connection-attempts', 1)
    this.#observe(clientId, 'aws:disconnect-duration', 0)
    if (sourceIp !== undefined) this.#observe(clientId, 'aws:source-ip-address', { cidrs: [sourceIp] })
  }

  #went({ clientId, thing, ended }: Presence): void {
    const thingName = thing?.thingName ?? clientId
    this.#connected.delete(clientId)
    if (ended !== undefined) this.#away.set(thingName, ended.atMs)
    const [longestAway] = this.#away.keys()
    if (this.#away.size > MAX_AWAY && longestAway !== undefined) this.#away.delete(longestAway)
    this.#observe(clientId, 'aws:num-disconnects', 1)
  }

  #observe(clientId: string, metric: string, value: number | MetricValue, topic?: string): void {
    const thingName = this.#connected.get(clientId) ?? this.#presence(clientId)?.thing?.thingName ?? clientId
    this.#detector().observe({ thingName, clientId, metric, topic, value: typeof value === 'number' ? { count: value } : value })
  }
}
