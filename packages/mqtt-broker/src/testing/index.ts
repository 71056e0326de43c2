export { ManualClock } from './manual-clock.ts'
export { connectClient, MemoryClient } from './memory-client.ts'
export { openAwsBroker, openBroker, type OpenBrokerOptions } from './open-broker.ts'
