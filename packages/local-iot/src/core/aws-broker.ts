import { awsIotDialect, awsIotLimits, createBroker, type Broker, type BrokerOptions, type PresenceChange } from '@keg/mqtt-broker'
import { basicIngest } from '@keg/mqtt-topics'
import { lifeCycleMessage } from './life-cycle.ts'

/** What makes a broker AWS IoT's, beside who may connect and where messages go. */
export const awsBrokerHooks = {
  presence: lifeCycleMessage,
  // Basic Ingest goes to its rule alone, past the broker: iot-basic-ingest.html
  reachesSubscribers: (topic: string) => basicIngest(topic) === undefined,
}

/** A broker that does and takes what AWS IoT's does. */
export function createAwsBroker({ hooks, presenceChanged, ...options }: AwsBrokerOptions): Broker {
  const presence = (change: PresenceChange) => {
    presenceChanged(change)
    return lifeCycleMessage(change)
  }
  return createBroker({ ...options, limits: awsIotLimits, dialect: awsIotDialect, hooks: { ...hooks, ...awsBrokerHooks, presence } })
}

export interface AwsBrokerOptions extends Omit<BrokerOptions, 'limits' | 'dialect'> {
  /** Told of clients that come and go, before anybody else. */
  readonly presenceChanged: (change: PresenceChange) => void
}
