import type { ActionInput, PreparedAction } from '../actions/action.ts'

/** One action of a rule that could not be delivered. */
export interface Failure {
  readonly action: PreparedAction
  readonly error: unknown
}

/** What a rule's error action gets, as a value and as the text of it. */
export type ErrorDocument = Pick<ActionInput, 'output' | 'payload'>

/**
 * What a rule's error action gets about all its failed actions; where one of them sends batches, in the form that lists messages.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html#rule-error-message-format
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/http_batching.html#batching_errors
 */
export function errorDocument(input: ActionInput, failures: readonly Failure[]): ErrorDocument {
  const batching = failures.find(({ action }) => action.batching !== undefined)?.action.batching
  const output = batching === undefined ? plainDocument(input, failures) : batchDocument(input, failures, batching)
  return { output, payload: new TextEncoder().encode(JSON.stringify(output)) }
}

function plainDocument(input: ActionInput, failures: readonly Failure[]) {
  const { ruleName, message: { topic } } = input
  const { cloudwatchTraceId, clientId, base64OriginalPayload } = messageOf(input)
  return {
    ruleName, topic, cloudwatchTraceId, clientId, base64OriginalPayload, failures: failures.map((failure) => failureOf(input, failure)),
  }
}

/** The error action runs for each message of a batch, so that its list has the one. */
function batchDocument(input: ActionInput, failures: readonly Failure[], { acrossTopics }: { acrossTopics: boolean }) {
  const { ruleName, message: { topic }, source: { sourceIp } } = input
  const { cloudwatchTraceId, clientId, base64OriginalPayload } = messageOf(input)
  return {
    ruleName,
    // API_BatchConfig.html: across topics, the topic is each message's own.
    ...(acrossTopics ? {} : { topic }),
    payloadsWithMetadata: [{ id: 1, ...(acrossTopics ? { topic } : {}), cloudwatchTraceId, clientId, sourceIp, base64OriginalPayload }],
    failures: failures.map((failure) => ({ affectedIds: [1], ...failureOf(input, failure) })),
  }
}

const messageOf = ({ message, context, source }: ActionInput) => ({
  cloudwatchTraceId: context.traceId,
  clientId: source.clientId ?? 'N/A',
  base64OriginalPayload: Buffer.from(message.payload).toString('base64'),
})

const failureOf = ({ message: { topic } }: ActionInput, { action: { name, resource }, error }: Failure) => ({
  failedAction: `${name.charAt(0).toUpperCase()}${name.slice(1)}Action`,
  failedResource: resource,
  errorMessage:
    `The ${name} action failed. The error received was ${errorText(error)}. ` +
    `Message arrived on: ${topic}, Action: ${name}, Resource: ${resource}`,
})

/** What an error says, and what caused it where that is kept apart, as `fetch` does. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error && !error.message.includes(error.cause.message)
    ? `${error.message} (${error.cause.message})`
    : error.message
}
