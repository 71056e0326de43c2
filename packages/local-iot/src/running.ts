export { announceCore, findRunningCore, type RunningCore } from './adapters/running-core.ts'
