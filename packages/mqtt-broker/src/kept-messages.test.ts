import { expect, it } from 'vitest'
import { connectClient } from './testing/memory-client.ts'
import { ManualClock } from './testing/manual-clock.ts'
import { createBroker } from './adapters/create-broker.ts'
import { KeptMessages } from './kept-messages.ts'
import type { Message } from './message.ts'
import type { BrokerStore, StoredOutbound, StoredSession } from './store.ts'

/** A store that outlives the brokers on it, whose values are copies, as of a file. */
function lastingStore() {
  const tables = new Map<string, Map<string, unknown>>()
  const table = <Value>(name: string) => {
    const known = new Map<string, Value>(structuredClone(tables.get(name)) as Map<string, Value> | undefined)
    tables.set(name, known)
    return known
  }
  const store = (): BrokerStore => ({
    sessions: table<StoredSession>('sessions'),
    retained: new Map(),
    waiting: {
      messages: new KeptMessages(table<Message>('messages')),
      open: (receiver) => table<StoredOutbound>(`waiting/${receiver}`),
      drop: (receiver) => void tables.delete(`waiting/${receiver}`),
    },
  })
  return { store, kept: () => tables.get('messages')?.size ?? 0, rows: (name: string) => tables.get(`waiting/${name}`) }
}

const open = (store: BrokerStore) => createBroker({ store, clock: new ManualClock() })

const payload = Buffer.alloc(60_000, 'x')
const persistent = (clientId: string) => ({ clientId, clean: false }) as const

it('keeps one copy of a message for all sessions that wait for it, until the last has it', async () => {
  const { store, kept } = lastingStore()
  const first = open(store())
  for (const clientId of ['a', 'b', 'c']) {
    const { client } = await connectClient(first, persistent(clientId))
    await client.subscribe('keg/#')
    client.send({ cmd: 'disconnect' })
    await client.closed
  }
  await first.publish({ topic: 'keg/k-1', payload, qos: 1, retain: false })
  await first.publish({ topic: 'keg/k-1', payload: Buffer.from('small'), qos: 1, retain: false })
  expect(kept()).toBe(1)
  await first.close()

  const second = open(store())
  for (const [index, clientId] of ['a', 'b', 'c'].entries()) {
    const { client } = await connectClient(second, persistent(clientId))
    const got = [await client.next('publish'), await client.next('publish')]
    expect(got.map((packet) => packet.payload.length)).toEqual([60_000, 5])
    for (const { messageId = 0 } of got) client.send({ cmd: 'puback', messageId })
    await client.settled()
    expect(kept()).toBe(index === 2 ? 0 : 1)
  }
})

it('drops what no session comes back for, and a row whose message is gone', async () => {
  const { store, kept, rows } = lastingStore()
  const before = store()
  const messages = before.waiting?.messages
  messages?.take({ topic: 'nobody', payload, qos: 1, retain: false })
  before.sessions.set('a', { clientId: 'a', protocolVersion: 4, expirySec: 60, subscriptions: [] })
  before.waiting?.open('a').set('1', { retain: false, shared: undefined, messageKey: '99' })
  const broker = open(store())
  expect({ kept: kept(), rows: rows('a')?.size }).toEqual({ kept: 0, rows: 0 })
  await broker.close()
})

it('reads what was kept before messages were shared', async () => {
  const { store } = lastingStore()
  const before = store()
  before.sessions.set('a', { clientId: 'a', protocolVersion: 4, expirySec: 60, subscriptions: [] })
  before.waiting?.open('a').set('1', { retain: false, shared: undefined, message: { topic: 'keg/k-1', payload, qos: 1, retain: false } })
  const { client } = await connectClient(open(store()), persistent('a'))
  expect((await client.next('publish')).payload).toHaveLength(60_000)
})
