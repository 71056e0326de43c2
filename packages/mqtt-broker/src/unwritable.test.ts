import { expect, it } from 'vitest'
import { connectClient } from './testing/memory-client.ts'
import { openBroker } from './testing/open-broker.ts'
import type { Message } from './message.ts'

const message = (more: Partial<Message>): Message => ({ topic: 'commands/x', payload: new Uint8Array([1]), qos: 1, retain: false, ...more })
const MOST_SEC = 0xffff_ffff

it.each<[string, number, number | undefined]>([
  ['a second more than MQTT can say', (MOST_SEC + 1) * 1000, MOST_SEC],
  ['the last integer', Number.MAX_SAFE_INTEGER, MOST_SEC],
  ['infinite', Infinity, MOST_SEC],
  ['no number', NaN, undefined],
])('delivers a message whose expiry is %s, to a client that is here and to one that comes again', async (_, inMs, expected) => {
  const { broker, clock } = openBroker()
  const options = { version: 5, clean: false, properties: { sessionExpiryInterval: 3600 } } as const
  const { client } = await connectClient(broker, options)
  await client.subscribe('commands/+')
  broker.publish(message({ expiresAtMs: clock.nowMs() + inMs }))
  const first = await client.next('publish')
  expect([first.properties?.messageExpiryInterval, client.isClosed]).toEqual([expected, false])
  client.stream.end()
  await client.closed
  const { client: again } = await connectClient(broker, options)
  expect((await again.next('publish')).topic).toBe('commands/x')
  expect(again.isClosed).toBe(false)
})

it('drops a message that can not be written, with a line in the log, and stays connected', async () => {
  const { broker, log } = openBroker()
  const { client } = await connectClient(broker, { version: 5 })
  await client.subscribe('commands/+')
  // No PUBLISH of a client gets so far; a process that publishes has nobody who looks at its properties.
  broker.publish(message({ properties: { contentType: 7 as unknown as string } }))
  broker.publish(message({ topic: 'commands/next' }))
  expect((await client.next('publish')).topic).toBe('commands/next')
  expect(client.isClosed).toBe(false)
  expect(log.filter(({ event }) => event === 'message-dropped')).toMatchObject([
    { level: 'error', topic: 'commands/x', message: expect.stringContaining("can't be written") },
  ])
})
