import { matchesTopicFilter } from '@keg/mqtt-topics'
import * as z from 'zod'
import { isAllowed, unauthorized } from '../authorization.ts'
import type { Components } from '../components.ts'
import { invalidArguments } from '../ipc-error.ts'
import { operation, type Operation } from '../operation.ts'
import type { Stream } from '../stream.ts'

const SERVICE = 'aws.greengrass.ipc.pubsub'
const publication = z.object({
  topic: z.string().min(1),
  publishMessage: z.union([
    z.object({ jsonMessage: z.object({ message: z.record(z.string(), z.unknown()) }) }),
    z.object({ binaryMessage: z.object({ message: z.base64() }) }),
  ]),
})
const subscription = z.object({
  topic: z.string().min(1), receiveMode: z.enum(['RECEIVE_ALL_MESSAGES', 'RECEIVE_MESSAGES_FROM_OTHERS']).optional(),
})

interface Listener {
  readonly filter: string
  readonly stream: Stream
  readonly hearsItself: boolean
}

/** Publish and subscribe among the components of the device. */
export function pubsubOperations(components: Components): Readonly<Record<string, Operation>> {
  const listeners = new Set<Listener>()
  const check = (component: string, name: string, topic: string) => {
    if (!isAllowed(components.of(component).configuration, SERVICE, name, topic)) throw unauthorized(component, SERVICE, name, topic)
  }
  return {
    PublishToTopic: operation(publication, ({ topic, publishMessage }, stream) => {
      check(stream.component, 'PublishToTopic', topic)
      if (/[#+*]/.test(topic)) throw invalidArguments('Publish topic must not contain a wildcard.')
      stream.reply('PublishToTopicResponse', {})
      const context = { topic }
      const event = 'jsonMessage' in publishMessage
        ? { jsonMessage: { ...publishMessage.jsonMessage, context } }
        : { binaryMessage: { ...publishMessage.binaryMessage, context } }
      for (const listener of listeners) {
        if (!matchesTopicFilter(listener.filter, topic)) continue
        if (listener.hearsItself || listener.stream.component !== stream.component)
          listener.stream.send('SubscriptionResponseMessage', event)
      }
    }),

    SubscribeToTopic: operation(subscription, ({ topic: filter, receiveMode }, stream) => {
      check(stream.component, 'SubscribeToTopic', filter)
      // Without a mode, who asks by a wildcard does not hear what he says himself.
      const mode = receiveMode ?? (/[#+]/.test(filter) ? 'RECEIVE_MESSAGES_FROM_OTHERS' : 'RECEIVE_ALL_MESSAGES')
      const listener = { filter, stream, hearsItself: mode === 'RECEIVE_ALL_MESSAGES' }
      stream.open('SubscribeToTopicResponse', {})
      listeners.add(listener)
      stream.onEnd(() => listeners.delete(listener))
    }),
  }
}
