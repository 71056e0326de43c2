import { expect, it } from 'vitest'
import { connectClient } from './testing/memory-client.ts'
import { openBroker, type OpenBrokerOptions } from './testing/open-broker.ts'

const fails = () => {
  throw new Error('The hook is broken.')
}
const will = { topic: 'w/a', payload: Buffer.from('bye'), qos: 1, retain: false } as const
const faultsOf = (log: ReturnType<typeof openBroker>['log']) =>
  log.filter(({ level }) => level === 'error').map(({ event, message }) => `${event}: ${message}`)

const failsForWills: OpenBrokerOptions[] = [
  { published: ({ topic }) => (topic === will.topic ? fails() : undefined) },
  { reachesSubscribers: (topic) => (topic === will.topic ? fails() : true) },
]

it.each(failsForWills)('of a Will, at the cut: the broker logs it and serves on (%#)', async (options) => {
  const { broker, log } = openBroker(options)
  const { client: other } = await connectClient(broker, { clientId: 'other' })
  await other.subscribe('a/b')
  const { client } = await connectClient(broker, { will })
  client.stream.destroy()
  await client.closed
  other.publish('a/b', 'still here')
  await other.next('publish')
  expect(faultsOf(log)).toEqual(['routing-failed: A Will could not be routed: Error: The hook is broken.'])
})

it.each(failsForWills)('of a delayed Will, in its timer (%#)', async (options) => {
  const { broker, log, clock } = openBroker(options)
  const { client } = await connectClient(broker, {
    version: 5, clean: false, properties: { sessionExpiryInterval: 60 }, will: { ...will, properties: { willDelayInterval: 5 } },
  })
  client.stream.destroy()
  await client.closed
  clock.advance(5_000)
  expect(faultsOf(log)).toEqual(['routing-failed: A Will could not be routed: Error: The hook is broken.'])
})

it.each([
  ['that is told', { presence: fails }],
  ['of what it answers', {
    presence: () => ({ topic: 'p/a', payload: Buffer.from('x'), qos: 0 as const, retain: false }), published: fails,
  }],
])('%s of clients that come and go', async (_, options) => {
  const { broker, log } = openBroker(options)
  const { client } = await connectClient(broker)
  await client.subscribe('a/b')
  client.stream.destroy()
  await client.closed
  await (await connectClient(broker, { clientId: 'other' })).client.settled()
  expect(faultsOf(log).filter((line) => /\((connected|subscribed|disconnected)\) could not be told: Error: The hook/.test(line)))
    .toHaveLength(4)
})

it('that decides who may receive: that one gets nothing, the publisher and the others stay', async () => {
  const { broker, log } = openBroker({
    refusal: (action, _topic, clientId) => (action === 'Receive' && clientId === 'broken' ? fails() : undefined),
  })
  const { client: broken } = await connectClient(broker, { clientId: 'broken' })
  await broken.subscribe('a/b')
  const { client: other } = await connectClient(broker, { clientId: 'other' })
  await other.subscribe('a/b')
  other.publish('a/b', 'x', { qos: 1, messageId: 7 })
  await other.next('publish')
  await other.next('puback')
  expect([(await broken.settled()).length, faultsOf(log).length]).toEqual([0, 1])
})

it('that looks at a permission again: the connection ends, the broker does not', async () => {
  const { broker, clock } = openBroker({
    connect: async () => ({
      accepted: true, authorization: { principal: 'someone', refusal: () => undefined }, refresh: { everyMs: 1_000, ask: fails },
    }),
  })
  const { client } = await connectClient(broker)
  clock.advance(1_000)
  await client.closed
})
