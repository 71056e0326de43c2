import { snsEvent, type Notification } from '../sns/notification.ts'
import type { Sqs } from '../sqs/sqs.ts'
import type { SourceContext } from './event-sources.ts'
import { PolledSource } from './polled-source.ts'

const POLL_SEC = 20
const RECEIVE_MAX = 10

/** A function's subscription to a topic. */
export interface SnsEventSourceOptions {
  /** The queue that holds what the topic has for the function. */
  readonly queueUrl: string
  readonly subscriptionArn: string
  readonly functionArn: string
}

/** Invokes a function, asynchronously, with each notification of a topic: what becomes of the invocations is Lambda's. */
export function snsEventSource({ queueUrl, subscriptionArn, functionArn }: SnsEventSourceOptions, sqs: Sqs, { lambda, log }: SourceContext): PolledSource {
  return new PolledSource(async ({ signal }) => {
    const messages = await sqs.receive(queueUrl, RECEIVE_MAX, POLL_SEC)
    if (signal.aborted) return
    // The engine's own envelope.
    for (const { Body } of messages) lambda.invokeAsync(functionArn, JSON.stringify(snsEvent(JSON.parse(Body) as Notification, subscriptionArn)))
    if (messages.length > 0) await sqs.delete(queueUrl, messages)
  }, log)
}
