import { PolledSource } from '../../ground/polled-source.ts'
import type { Sqs, SqsMessage } from '../sqs/sqs.ts'

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
  const pushAll = async (messages: readonly SqsMessage[]) => {
    for (const { Body } of messages) await push(Body)
    await sqs.delete(queueUrl, messages)
  }
  return new PolledSource(async ({ signal, inFlight }) => {
    const messages = await sqs.receive(queueUrl, RECEIVE_MAX, POLL_SEC)
    if (signal.aborted || messages.length === 0) return
    const pushed = pushAll(messages)
    const settled = pushed.catch(() => undefined).finally(() => inFlight.delete(settled))
    inFlight.add(settled)
    await pushed
  }, log)
}
