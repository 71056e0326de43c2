export { runAssembly } from './adapters/run-assembly.ts'
export { CloudError, type CloudErrorCode, type Evidence } from './cloud-error.ts'
export type { CloudLogEntry, RunningCloud, RunOptions } from './cloud.ts'
export type { Change, Outputs } from './deployment/deployment.ts'
