import type { Broker, Message, MessageSource } from '@keg/mqtt-broker'

/** Sends a message of a service's own to whoever has asked. */
export type Reply = (asked: MessageSource, message: Pick<Message, 'topic' | 'payload'>) => void

/**
 * A reply goes to the client that has asked and to no other, whether or not it has subscribed to the topic; where none has, as in a request
 * of this process, to whoever has subscribed. A client that is gone by then, or may not receive on the topic, gets none.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/reserved-topics.html#reserved-topics-job
 */
export function replies(broker: () => Pick<Broker, 'sendDirect' | 'publish'>): Reply {
  return ({ clientId, hops }, { topic, payload }) => {
    const message = { topic, payload, qos: 0, retain: false } as const
    if (clientId === undefined) broker().publish(message, { hops })
    else void broker().sendDirect(clientId, message, undefined)
  }
}
