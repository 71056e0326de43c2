import { PolledSource } from '../../ground/polled-source.ts'
import type { Sqs } from '../sqs/sqs.ts'

const POLL_SEC = 20
const RECEIVE_MAX = 10

/** A subscription that the engine can't deliver to: a queue of its own holds the topic's messages until they are pushed. */
export interface OwnQueueSourceOptions {
  /** The queue that holds it. */
  readonly queueUrl: string
  /** Hands over one message, or does away with it. */
  readonly push: (body: string) => Promise<void>
}

/** Pushes each message of a subscription's own queue, one after the other. */
export function ownQueueSource({ queueUrl, push }: OwnQueueSourceOptions, sqs: Sqs, log: (text: string) => void): PolledSource {
  return new PolledSource(async ({ signal }) => {
    const messages = await sqs.receive(queueUrl, RECEIVE_MAX, POLL_SEC)
    if (signal.aborted) return
    for (const { Body } of messages) await push(Body)
    if (messages.length > 0) await sqs.delete(queueUrl, messages)
  }, log)
}
