import type { Message, MessageSource, Routing } from '@keg/mqtt-broker'

/** A service of AWS IoT that devices ask over reserved topics. */
export interface TopicService {
  /** Whether a topic is one of those that it is asked on. */
  serves(topic: string): boolean
  /** Answers a message on one of them by messages of its own; `undefined` for any other topic. */
  handle(message: Message, source: MessageSource): Routing | undefined
}
