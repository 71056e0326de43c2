import { ServiceError } from '../../gateway/service-error.ts'
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
  /** Told of what can't be handed over, as the function is gone. */
  readonly undelivered: (body: string, error: ServiceError) => Promise<void>
}

/** Invokes a function, asynchronously, with each notification of a topic: what becomes of the invocations is Lambda's. */
export function snsEventSource({ queueUrl, subscriptionArn, functionArn, undelivered }: SnsEventSourceOptions, sqs: Sqs, { lambda, log }: SourceContext): PolledSource {
  const invoke = async (body: string) => {
    try {
      // The engine's own envelope.
      lambda.invokeAsync(functionArn, JSON.stringify(snsEvent(JSON.parse(body) as Notification, subscriptionArn)))
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error
      await undelivered(body, error)
    }
  }
  return new PolledSource(async ({ signal }) => {
    const messages = await sqs.receive(queueUrl, RECEIVE_MAX, POLL_SEC)
    if (signal.aborted) return
    for (const { Body } of messages) await invoke(Body)
    if (messages.length > 0) await sqs.delete(queueUrl, messages)
  }, log)
}
