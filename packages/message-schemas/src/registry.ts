import type { Message } from './define-message.ts'

/** The messages of one system, found by topic. */
export interface MessageRegistry<M extends Message = Message> {
  readonly messages: readonly M[]
  /** The kind of message that is published to `topic`, or `undefined`. */
  byTopic(topic: string): M | undefined
}

/**
 * Collects messages, to find one by its topic. Throws where two share a name or a topic, since nobody could tell their payloads apart.
 *
 * @example
 * const tap = defineMessage({ name: 'tap', version: 1, topic: 'bar/{siteId}/tap', schema: z.object({ v: z.literal(1) }) })
 * registry([tap]).byTopic('bar/berlin/tap')?.name  // 'tap'
 */
export function registry<const M extends Message>(messages: readonly M[]): MessageRegistry<M> {
  for (const key of ['name', 'topic'] as const) {
    const seen = messages.map((message) => (key === 'name' ? message.name : message.topic.filter()))
    const twice = seen.find((value, index) => seen.indexOf(value) !== index)
    if (twice !== undefined) throw new Error(`Two messages have the ${key} ${twice}.`)
  }
  return { messages, byTopic: (topic) => messages.find((message) => message.topic.parse(topic) !== undefined) }
}
