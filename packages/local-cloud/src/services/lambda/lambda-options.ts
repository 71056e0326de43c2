import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { Ground } from '../../ground/ground.ts'
import type { Shelf } from '../../ground/shelf.ts'
import type { QueuedEvent } from './asynchronous-invocations.ts'
import type { DeadLetter } from './dead-letter.ts'
import type { SendRecord } from '../../ground/ports.ts'
import type { FunctionLogLine } from './lambda-function.ts'

/** What the functions of an assembly run with. */
export interface LambdaOptions {
  readonly region: string
  readonly accountId: string
  /** The one AWS endpoint, which functions get as `AWS_ENDPOINT_URL`. */
  readonly endpoint: string
  readonly guard: Pick<Ground, 'directory' | 'watch'>
  /** Where `@aws-sdk/*` is looked for that a bundle leaves to Lambda's runtime. Default: nowhere. */
  readonly sdkFolders?: readonly string[]
  readonly nowMs: () => number
  readonly newId: () => string
  readonly log: (line: FunctionLogLine) => void
  /** Told of what event sources have to say. Default: nobody. */
  readonly logSource?: (entry: CloudLogEntry) => void
  /** Where layers are by their paths in the assembly. Default: there. */
  readonly assetPath?: (path: string) => string
  /** Events of asynchronous invocations, and whether they outlive this run. Default: they don't. */
  readonly queue?: Shelf<QueuedEvent>
  readonly durable?: boolean
  /** Waits before the attempts of an asynchronous invocation that failed, in ms. Default: AWS's. */
  readonly asyncRetryDelaysMs?: readonly number[]
  /** Where asynchronous invocations are told of. Default: nowhere. */
  readonly sendRecord?: SendRecord
  readonly deadLetter?: DeadLetter
}
