import { openAwsBroker, type OpenBrokerOptions } from '@keg/mqtt-broker/testing'
import { awsBrokerHooks } from '../core/aws-broker.ts'

/** A broker as of a core, with nothing around it: life-cycle events and Basic Ingest are there, rules and policies are not. */
export const openIotBroker = (options: OpenBrokerOptions = {}) => openAwsBroker({ ...awsBrokerHooks, ...options })
