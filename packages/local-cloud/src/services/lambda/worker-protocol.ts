import type { StreamedResponse } from './response-stream.ts'

/** What one invocation of a worker carries; the worker's answer is a `WorkerMessage`. */
export interface WorkerInvocation {
  readonly requestId: string
  /** The event, as JSON. */
  readonly event: string
  readonly functionArn: string
  readonly deadlineMs: number
  readonly traceId: string
  /** What the caller says of itself, as JSON; absent: nothing. */
  readonly clientContext?: string
}

/** An error as Lambda's Node runtime reports it. */
export interface FunctionErrorPayload {
  readonly errorType: string
  readonly errorMessage: string
  readonly trace?: readonly string[]
}

/** What a worker says to its parent. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'initFailed'; readonly error: FunctionErrorPayload }
  | { readonly kind: 'succeeded'; readonly requestId: string; readonly payload: string; readonly streamed?: StreamedResponse }
  /** `leaving`: the worker ends after this. */
  | { readonly kind: 'failed'; readonly requestId: string; readonly error: FunctionErrorPayload; readonly leaving: boolean }

/** The line a worker writes to stdout and stderr once an invocation's own lines are out. */
export const endOfInvocation = (requestId: string): string => `\u0000end ${requestId}`
