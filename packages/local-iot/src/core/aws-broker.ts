import { awsIotDialect, awsIotLimits, createBroker, type Broker, type BrokerOptions } from '@keg/mqtt-broker'
import { basicIngest } from '@keg/mqtt-topics'
import { lifeCycleMessage } from './life-cycle.ts'

/** What makes a broker AWS IoT's, beside who may connect and where messages go. */
export const awsBrokerHooks = {
  presence: lifeCycleMessage,
  // Basic Ingest goes to its rule alone, past the broker: iot-basic-ingest.html
  reachesSubscribers: (topic: string) => basicIngest(topic) === undefined,
}

/** A broker that does and takes what AWS IoT's does. */
export const createAwsBroker = ({ hooks, ...options }: Omit<BrokerOptions, 'limits' | 'dialect'>): Broker =>
  createBroker({ ...options, limits: awsIotLimits, dialect: awsIotDialect, hooks: { ...hooks, ...awsBrokerHooks } })
