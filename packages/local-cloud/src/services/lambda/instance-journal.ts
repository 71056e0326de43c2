import type { LambdaFunction } from './lambda-function.ts'
import type { Printed } from './worker-protocol.ts'

/** How an invocation ended, for its report. */
export interface InvocationReport {
  readonly status: 'success' | 'error' | 'timeout'
  /** Of an error of the runtime's, as `Runtime.ExitError`. */
  readonly errorType?: string | undefined
  /** What the process takes; absent where it is gone. */
  readonly memoryMb?: number | undefined
}

/** What one instance of a function tells of itself, and in which log stream. */
export interface InstanceJournal {
  readonly streamName: string
  /** Its handler is loaded, or failed to. */
  loaded(): void
  started(requestId: string): void
  /** What the function printed; outside of an invocation without its id. */
  printed(printed: Printed, requestId: string | undefined): void
  timedOut(requestId: string, text: string): void
  ended(requestId: string, report: InvocationReport): void
}

/** Whoever wants to know what functions do. */
export interface FunctionObserver {
  /** Opens the journal of a new instance. */
  journal(definition: LambdaFunction): InstanceJournal
  /** An invocation begins, being one of so many of the function at once. */
  invoking(definition: LambdaFunction, concurrent: number): void
  throttled(definition: LambdaFunction): void
}

/** Nobody wants to know. */
export const unobserved: FunctionObserver = {
  journal: ({ name, version }) => ({
    streamName: `${version ?? '$LATEST'}/${name}`,
    loaded: () => undefined, started: () => undefined, printed: () => undefined, timedOut: () => undefined, ended: () => undefined,
  }),
  invoking: () => undefined,
  throttled: () => undefined,
}
