import type { InvocationResult } from './lambda-function.ts'

/** How an asynchronous invocation ended. */
export type InvocationCondition = 'Success' | 'RetriesExhausted' | 'EventAgeExceeded'

/** What is to be said of an asynchronous invocation. */
export interface EndedInvocation {
  readonly requestId: string
  /** With a qualifier. */
  readonly functionArn: string
  /** As `$LATEST`. */
  readonly version: string
  readonly condition: InvocationCondition
  readonly invocations: number
  /** The event, as JSON. */
  readonly event: string
  /** Of the last attempt; absent where there was none. */
  readonly result: InvocationResult | undefined
  readonly nowMs: number
}

/**
 * What a destination gets.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function invocationRecord(
  { requestId, functionArn, version, condition, invocations, event, result, nowMs }: EndedInvocation,
): object {
  return {
    version: '1.0',
    timestamp: new Date(nowMs).toISOString(),
    requestContext: { requestId, functionArn, condition, approximateInvokeCount: invocations },
    requestPayload: JSON.parse(event) as unknown,
    ...(result === undefined ? {} : {
      responseContext: {
        statusCode: 200, executedVersion: version, ...(result.functionError === undefined ? {} : { functionError: result.functionError }),
      },
      // What a handler streams may be anything.
      responsePayload: result.streamed === undefined ? JSON.parse(result.payload) as unknown : result.payload,
    }),
  }
}
