import { randomUUID } from 'node:crypto'
import { MqttBroker } from '../broker.ts'
import type { Broker } from '../broker-port.ts'
import type { Clock } from '../clock.ts'
import { mqttDialect, type Dialect } from '../dialect.ts'
import { hooksOf, type BrokerHooks, type BrokerLog } from '../hooks.ts'
import { limitsOf, type BrokerLimits } from '../limits.ts'
import type { QuotaMode } from '../quotas.ts'
import { memoryStore, type BrokerStore } from '../store.ts'
import { noMeter, type TrafficMeter } from '../traffic-meter.ts'
import { systemClock } from './system-clock.ts'

/** What {@link createBroker} can be told; everything has a default. */
export interface BrokerOptions {
  /** Absent = everybody is let in to do everything, and messages go to subscribers alone. */
  readonly hooks?: BrokerHooks
  /** In place of the default ones: MQTT's own where it has some, else generous. */
  readonly limits?: Partial<BrokerLimits>
  /** What to do where brokers differ; absent = as MQTT has it. */
  readonly dialect?: Partial<Dialect>
  /** Where sessions and retained messages are kept; absent = in memory. */
  readonly store?: BrokerStore
  /** What happens over the rates of `limits`; absent = `off`. */
  readonly quotas?: QuotaMode
  /** Gets one event for each thing worth telling: connections, refusals with their reason, drops. Absent = nobody. */
  readonly log?: BrokerLog
  /** Counts traffic; absent = nobody does. */
  readonly meter?: TrafficMeter
  /** Absent = this machine's. */
  readonly clock?: Clock
  /** Makes ids of connections and of clients that come without one; absent = UUIDs. */
  readonly newId?: () => string
  /** From 0 up to 1: picks the member of a shared subscription; absent = at random. */
  readonly random?: () => number
}

/**
 * An MQTT 3.1.1 and 5 broker that serves the streams it is given, with QoS 0 and 1. It listens on nothing by itself.
 *
 * @example
 * import { createServer } from 'node:net'
 *
 * const broker = createBroker()
 * createServer((socket) => broker.handle(socket)).listen(1883, '127.0.0.1')
 */
export function createBroker({ hooks = {}, limits = {}, dialect = {}, ...options }: BrokerOptions = {}): Broker {
  const {
    clock = systemClock, newId = randomUUID, random = Math.random, log = () => undefined, meter = noMeter, store = memoryStore(),
    quotas = 'off',
  } = options
  return new MqttBroker({
    hooks: hooksOf(hooks), limits: limitsOf(limits), dialect: { ...mqttDialect, ...dialect }, clock, newId, random, log, meter, store,
    quotas,
  })
}
