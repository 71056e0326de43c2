import { isObject } from './is-object.ts'
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
  /** `memoryMb`: what the process takes. */
  | {
    readonly kind: 'succeeded'
    readonly requestId: string
    readonly payload: string
    readonly memoryMb: number
    readonly streamed?: StreamedResponse
  }
  /** `leaving`: the worker ends after this. */
  | {
    readonly kind: 'failed'
    readonly requestId: string
    readonly error: FunctionErrorPayload
    readonly leaving: boolean
    readonly memoryMb: number
  }

/** The line a worker writes to stdout and stderr once an invocation's own lines are out. */
export const endOfInvocation = (requestId: string): string => `\u0000end ${requestId}`

/** What a function printed: by a method of `console`, which Lambda's runtime makes one event of, or by itself, line by line. */
export interface Printed {
  readonly text: string
  /** As `INFO`, of a method of `console`; absent for what went to the stream as it is. */
  readonly level?: string
  /** What was printed where it is one object, or an error among others. */
  readonly value?: unknown
}

const PRINTED = '\u0000print '

/** The line that carries what a method of `console` printed. */
export const printedLine = (printed: Printed): string => `${PRINTED}${JSON.stringify(printed)}`

/** What a line carries. */
export function readPrinted(line: string): Printed {
  if (!line.startsWith(PRINTED)) return { text: line }
  try {
    const printed: unknown = JSON.parse(line.slice(PRINTED.length))
    if (
      isObject(printed) && typeof printed['text'] === 'string' && (printed['level'] === undefined || typeof printed['level'] === 'string')
    ) {
      return { ...printed, text: printed['text'] }
    }
  } catch {
    // A handler can write such a line, too.
  }
  return { text: line }
}
