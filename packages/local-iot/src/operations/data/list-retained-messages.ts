import { operation } from '../operation.ts'
import { page } from '../page.ts'

export const listRetainedMessages = operation('ListRetainedMessages', ({ nextToken, maxResults }, { state, broker }) => {
  const all = broker.retained.list(state.clock.nowMs())
  const { items, nextToken: next } = page(all, ({ message }) => message.topic, nextToken, maxResults ?? 200)
  return {
    retainedTopics: items.map(({ message: { topic, payload, qos }, lastModifiedMs }) => ({
      topic, payloadSize: payload.length, qos, lastModifiedTime: lastModifiedMs,
    })),
    nextToken: next,
  }
})
