import type { StreamedResponse } from './response-stream.ts'

/** A Lambda function as its template defines it. */
export interface LambdaFunction {
  readonly name: string
  /** With the qualifier of a version or an alias. */
  readonly arn: string
  /** A published version; absent: `$LATEST`. */
  readonly version?: string
  /** As `index.handler`. */
  readonly handler: string
  /** As `nodejs24.x`. */
  readonly runtime: string
  /** The unpacked code. */
  readonly directory: string
  readonly environment: Readonly<Record<string, string>>
  readonly timeoutSec: number
  readonly memoryMb: number
  /** `ReservedConcurrentExecutions`; absent: at most 10 at once, and further invocations wait instead of being throttled. */
  readonly reservedConcurrency: number | undefined
  readonly logGroupName: string
  /** Default: text. */
  readonly logging?: FunctionLogging
  /** What the function signs its requests with: its role's. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly roleArn: string
  readonly constructPath: string
  /** The unpacked layers, what `/opt` is in AWS; absent: there are none. */
  readonly layersDirectory?: string | undefined
  readonly layerArns?: readonly string[]
  /** Where events go that the function could not take. */
  readonly deadLetterArn?: string | undefined
}

/** How lines of a function are written to its log group, and from which level on where they are JSON. */
export interface FunctionLogging {
  readonly format: 'Text' | 'JSON'
  readonly applicationLevel: string
  readonly systemLevel: string
}

/** How an invocation ended: the payload is JSON, of the result or of an error in Lambda's shape. */
export interface InvocationResult {
  readonly payload: string
  /** `Unhandled` where the function failed; absent where it succeeded. */
  readonly functionError?: 'Unhandled'
  /** What a streaming handler wrote, which is the payload, too, as text. */
  readonly streamed?: StreamedResponse
}

/** One line that a function printed, or that Lambda says about it. */
export interface FunctionLogLine {
  readonly functionName: string
  /** Absent for lines printed outside of an invocation, as while loading. */
  readonly requestId: string | undefined
  readonly stream: 'stdout' | 'stderr' | 'lambda'
  readonly text: string
}
