import type { ActionInput, PreparedAction } from '../actions/action.ts'

/** One action of a rule that could not be delivered. */
export interface Failure {
  readonly action: PreparedAction
  readonly error: unknown
}

/**
 * What a rule's error action gets about all its failed actions.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html
 */
export function errorDocument({ ruleName, message, context }: ActionInput, failures: readonly Failure[]): Uint8Array {
  const document = {
    ruleName,
    topic: message.topic,
    cloudwatchTraceId: context.traceId,
    clientId: context.clientId ?? 'N/A',
    base64OriginalPayload: Buffer.from(message.payload).toString('base64'),
    failures: failures.map(({ action: { name, resource }, error }) => ({
      failedAction: `${name.charAt(0).toUpperCase()}${name.slice(1)}Action`,
      failedResource: resource,
      errorMessage:
        `The ${name} action failed. The error received was ${errorText(error)}. ` +
        `Message arrived on: ${message.topic}, Action: ${name}, Resource: ${resource}`,
    })),
  }
  return new TextEncoder().encode(JSON.stringify(document))
}

export const errorText = (error: unknown) => (error instanceof Error ? error.message : String(error))
