import { describe, expect, it } from 'vitest'
import { connectClient, type MemoryClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker, type OpenBrokerOptions } from './testing/open-broker.ts'

const FILTER = '$share/pumps/keg/+'
/** A broker with a publisher, and members of one group; `seed` numbers decide who is picked. */
async function withMembers(names: readonly string[], options: OpenBrokerOptions = {}, connect: Parameters<typeof connectClient>[1] = {}) {
  const opened = openBroker(options)
  const { client: publisher } = await connectClient(opened.broker, { clientId: 'publisher' })
  const members: MemoryClient[] = []
  for (const clientId of names) {
    const { client } = await connectClient(opened.broker, { clientId, ...connect })
    await client.subscribe(FILTER)
    members.push(client)
  }
  let messageId = 0
  const publish = async (payload: string, qos: 0 | 1 = 1) => {
    publisher.publish('keg/a', payload, qos === 1 ? { qos, messageId: ++messageId } : {})
    await publisher.settled()
  }
  return { ...opened, publisher, members, publish }
}
const payloads = async (client: MemoryClient) =>
  (await client.settled()).flatMap((packet) => (packet.cmd === 'publish' ? [packet.payload.toString()] : []))
const persistent = { version: 5 as const, clean: false, properties: { sessionExpiryInterval: 600 } }

describe.each([4, 5] as const)('a shared subscription, protocol version %i', (version) => {
  it('gives each message to one member, picked at random', async () => {
    const picks = [0, 0.99, 0.5, 0]
    const { members, publish } = await withMembers(['a', 'b', 'c'], { random: () => picks.shift() ?? 0 }, { version })
    for (const text of ['1', '2', '3', '4']) await publish(text, 0)
    expect(await Promise.all(members.map(payloads))).toEqual([['1', '4'], ['3'], ['2']])
  })
  it('keeps each filter a group of its own, beside plain subscriptions', async () => {
    const { broker, publish } = await withMembers(['a'], {}, { version })
    const { client } = await connectClient(broker, { version, clientId: 'several' })
    for (const filter of ['$share/pumps/keg/a', '$share/others/keg/+', 'keg/#']) await client.subscribe(filter)
    await publish('1', 0)
    expect(await payloads(client)).toEqual(['1', '1', '1'])
  })
  it('sends no retained message, and is let in by the policy of its whole text', async () => {
    const asked: string[] = []
    const { broker, publisher } = await withMembers([], {
      refusal: (action, topic) => {
        if (action === 'Subscribe') asked.push(topic)
        return undefined
      },
    })
    publisher.publish('keg/a', 'kept', { retain: true })
    await publisher.settled()
    const { client } = await connectClient(broker, { version, clientId: 'late' })
    expect((await client.subscribe('$share/pumps/keg/a')).granted).toEqual([1])
    expect(await payloads(client)).toEqual([])
    expect(asked).toEqual(['$share/pumps/keg/a'])
  })
  it('ends with UNSUBSCRIBE', async () => {
    const { members: [a, b], publish } = await withMembers(['a', 'b'], {}, { version })
    a!.send({ cmd: 'unsubscribe', messageId: 2, unsubscriptions: [FILTER] })
    await a!.next('unsuback')
    await publish('1', 0)
    expect([await payloads(a!), await payloads(b!)]).toEqual([[], ['1']])
  })
})

describe('a group with a persistent member', () => {
  it('keeps QoS 1 while nobody is there, and gives it to the first who comes', async () => {
    const { broker, members: [a], publish } = await withMembers(['a'], {}, persistent)
    a!.stream.end()
    await a!.closed
    await publish('1')
    await publish('lost', 0)
    const { client: b } = await connectClient(broker, { clientId: 'b' })
    await b.subscribe(FILTER)
    expect(await payloads(b)).toEqual(['1'])
    const { client: again } = await connectClient(broker, { clientId: 'a', ...persistent })
    await publish('2')
    const [atA, atB] = [await payloads(again), await payloads(b)]
    expect([...atA, ...atB].sort()).toEqual(['1', '2'])
  })
  it('forgets what waits when its last session ends', async () => {
    const { broker, clock, members: [a], publish } = await withMembers(['a'], {}, persistent)
    a!.stream.end()
    await a!.closed
    await publish('1')
    clock.advance(600_000)
    const { client: b } = await connectClient(broker, { clientId: 'b', ...persistent })
    await b.subscribe(FILTER)
    expect(await payloads(b)).toEqual([])
  })
  it('hands on what a member that goes did not acknowledge', async () => {
    const { members: [a, b], publish } = await withMembers(['a', 'b'], {}, persistent)
    await publish('1')
    expect(await payloads(a!)).toEqual(['1'])
    a!.stream.end()
    await a!.closed
    expect(await payloads(b!)).toEqual(['1'])
  })
  it('passes over members that are full, and queues when all are', async () => {
    const { members: [a, b], publish } = await withMembers(['a', 'b'], {}, {
      ...persistent, properties: { sessionExpiryInterval: 600, receiveMaximum: 1 },
    })
    for (const text of ['1', '2', '3']) await publish(text)
    expect([await payloads(a!), await payloads(b!)]).toEqual([['1'], ['2']])
    const { messageId = 0 } = await b!.next('publish')
    b!.send({ cmd: 'puback', messageId })
    expect(await payloads(b!)).toEqual(['3'])
  })
})

describe('a group without a persistent member', () => {
  it('drops what nobody can take, and says so', async () => {
    const { members: [a], publish, log } = await withMembers(['a'], {}, { version: 5, properties: { receiveMaximum: 1 } })
    await publish('1')
    await publish('2')
    expect(await payloads(a!)).toEqual(['1'])
    expect(log.at(-1)).toMatchObject({
      event: 'message-dropped', message: expect.stringMatching(/no member of the shared subscription/) as string,
    })
  })
})

it('refuses No Local', async () => {
  const { broker } = openBroker()
  const { client } = await connectClient(broker, { version: 5 })
  client.send({ cmd: 'subscribe', messageId: 1, subscriptions: [{ topic: FILTER, qos: 1, nl: true }] })
  expect((await client.next('disconnect')).reasonCode).toBe(0x82)
})

it('picks among many as fast as among few: a member that is away is asked once', async () => {
  const { members, publish, clock, log } = await withMembers(Array.from({ length: 40 }, (_, at) => `m${at}`), {}, {
    version: 5, properties: { receiveMaximum: 1 },
  })
  for (let at = 0; at < 41; at++) await publish(String(at))
  expect((await Promise.all(members.map(payloads))).flat().length).toBe(40)
  clock.advance(1000)
  expect(log.filter(({ event }) => event === 'message-dropped').length).toBe(1)
})
