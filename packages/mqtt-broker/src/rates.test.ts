import { describe, expect, it } from 'vitest'
import { connectClient, type MemoryClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker, type OpenBrokerOptions } from './testing/open-broker.ts'

const publishes = async (client: MemoryClient) =>
  (await client.settled()).flatMap((packet) => (packet.cmd === 'publish' ? [packet.payload.toString()] : []))
const exceeded = (log: ReturnType<typeof openBroker>['log']) => log.filter(({ event }) => event === 'quota-exceeded')

/** A subscriber and a publisher, and what came of `count` messages at once. */
async function burst(count: number, options: OpenBrokerOptions) {
  const opened = openBroker(options)
  const { client: reader } = await connectClient(opened.broker, { clientId: 'reader' })
  await reader.subscribe('a')
  const { client: writer } = await connectClient(opened.broker, { clientId: 'writer', version: 5 })
  for (let at = 1; at <= count; at++) writer.publish('a', String(at), { qos: 1, messageId: at })
  const acknowledgements = (await writer.settled()).flatMap((packet) => (packet.cmd === 'puback' ? [packet.reasonCode ?? 0] : []))
  return { ...opened, reader, writer, acknowledgements }
}

describe('100 messages a second of one connection', () => {
  it('are counted, and one line a second says when there are more', async () => {
    const { reader, log, clock, writer, acknowledgements } = await burst(90, { quotas: 'warn' })
    for (let at = 91; at <= 130; at++) writer.publish('a', String(at))
    await writer.settled()
    expect(acknowledgements.length).toBe(90)
    expect((await publishes(reader)).length).toBe(130)
    expect(exceeded(log).map(({ clientId }) => clientId).sort()).toEqual(['reader', 'writer'])
    clock.advance(1000)
    writer.publish('a', 'later')
    await writer.settled()
    expect(exceeded(log).length).toBe(2)
  })
  it('are not counted at all with `off`', async () => {
    const { log } = await burst(99, { quotas: 'off' })
    expect(exceeded(log)).toEqual([])
  })
  it('are enforced: what a client sends over them is discarded', async () => {
    const { reader, acknowledgements } = await burst(101, { quotas: 'enforce' })
    expect(acknowledgements.filter((code) => code === 0x97).length).toBe(1)
    expect((await publishes(reader)).length).toBe(100)
  })
  it('are enforced: what a client gets over them waits for the next second, QoS 0 is dropped', async () => {
    const { broker, reader, clock, log } = await burst(0, { quotas: 'enforce' })
    for (let at = 1; at <= 101; at++) {
      await broker.publish({ topic: 'a', payload: Buffer.from(String(at)), qos: 1, retain: false }, { hops: 0 })
      if (at <= 100) reader.send({ cmd: 'puback', messageId: (await reader.next('publish')).messageId ?? 0 })
    }
    await broker.publish({ topic: 'a', payload: Buffer.from('lost'), qos: 0, retain: false }, { hops: 0 })
    expect(await publishes(reader)).toEqual([])
    clock.advance(1000)
    expect(await publishes(reader)).toEqual(['101'])
    expect(log.at(-1)).toMatchObject({ event: 'message-dropped', clientId: 'reader' })
  })
})

describe('512 KiB a second of one connection', () => {
  it.each([{ quotas: 'warn', arrived: 6 }, { quotas: 'enforce', arrived: 5 }] as const)('$quotas', async ({ quotas, arrived }) => {
    const { broker, clock, log } = openBroker({ quotas })
    const { client } = await connectClient(broker)
    const seen: number[] = []
    broker.subscribe('a', ({ payload }) => seen.push(payload.length))
    for (let at = 0; at < 6; at++) {
      client.publish('a', 'x'.repeat(120_000))
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(seen.length).toBe(arrived)
    expect(exceeded(log).length).toBe(1)
    clock.advance(1000)
    await client.settled()
    expect(seen.length).toBe(6)
  })
})

describe('one CONNECT a second of one client id', () => {
  it('is told, and let in', async () => {
    const { broker, log } = openBroker({ quotas: 'warn' })
    await connectClient(broker)
    expect((await connectClient(broker)).connack.returnCode).toBe(0)
    expect(exceeded(log).length).toBe(1)
  })
  it('is told once a second, however often it comes', async () => {
    const { broker, log } = openBroker({ quotas: 'warn' })
    for (let at = 0; at < 50; at++) await connectClient(broker)
    expect(exceeded(log).length).toBe(1)
  })
  it('is enforced', async () => {
    const { broker, clock } = openBroker({ quotas: 'enforce' })
    const { client } = await connectClient(broker)
    expect((await connectClient(broker, { version: 5 })).connack.reasonCode).toBe(0x97)
    await client.settled()
    clock.advance(1000)
    expect((await connectClient(broker, { version: 5 })).connack.reasonCode).toBe(0)
  })
})

describe('a clock that is set back by a year', () => {
  const YEAR_MS = 365 * 86_400_000
  it('holds no client to the rate of a second that is to come again', async () => {
    const { clock, writer, broker } = await burst(100, { quotas: 'enforce' })
    clock.advance(-YEAR_MS)
    writer.received.splice(0)
    for (let at = 1; at <= 100; at++) writer.publish('a', String(at), { qos: 1, messageId: at })
    const codes = (await writer.settled()).flatMap((packet) => (packet.cmd === 'puback' ? [packet.reasonCode ?? 0] : []))
    expect(codes).toEqual(Array.from({ length: 100 }, () => 0))
    expect((await connectClient(broker, { clientId: 'writer', version: 5 })).connack.reasonCode).toBe(0)
  })
  it('hides nothing of what is over a rate', async () => {
    const { clock, writer, log } = await burst(101, { quotas: 'warn' })
    const before = exceeded(log).filter(({ clientId }) => clientId === 'writer').length
    clock.advance(-YEAR_MS)
    for (let at = 1; at <= 101; at++) writer.publish('a', String(at))
    await writer.settled()
    expect(exceeded(log).filter(({ clientId }) => clientId === 'writer').length).toBe(before + 1)
  })
})

describe('queued messages', () => {
  const session = { clean: false, clientId: 'sleeper' }
  async function queued(count: number, options: OpenBrokerOptions, filter = 'a') {
    const opened = openBroker(options)
    const { client: first } = await connectClient(opened.broker, session)
    await first.subscribe(filter)
    first.stream.end()
    await first.closed
    for (let at = 1; at <= count; at++)
      await opened.broker.publish({ topic: 'a', payload: Buffer.from(String(at)), qos: 1, retain: false }, { hops: 0 })
    opened.clock.advance(1000)
    const { client } = await connectClient(opened.broker, session)
    return { ...opened, client }
  }
  it('come at once', async () => {
    const { client } = await queued(30, { quotas: 'warn' })
    expect((await publishes(client)).length).toBe(30)
  })
  it.each([
    { filter: 'a', perSec: 10 }, { filter: '$share/g/a', perSec: 20 },
  ])('come at $perSec a second where that is enforced, $filter', async ({ filter, perSec }) => {
    const { client, clock } = await queued(perSec + 5, { quotas: 'enforce' }, filter)
    expect((await publishes(client)).length).toBe(perSec)
    clock.advance(1000)
    expect((await publishes(client)).map(Number)).toEqual(Array.from({ length: perSec + 5 }, (_, at) => at + 1))
  })
})

describe('QoS 1 without a PUBACK', () => {
  it('is sent again under its packet id without DUP, until it is acknowledged', async () => {
    const { broker, clock } = openBroker()
    const { client } = await connectClient(broker)
    await client.subscribe('a')
    await broker.publish({ topic: 'a', payload: Buffer.from('x'), qos: 1, retain: false }, { hops: 0 })
    const first = await client.next('publish')
    clock.advance(30_000)
    const again = await client.next('publish')
    expect([again.messageId, again.dup]).toEqual([first.messageId, false])
    client.send({ cmd: 'puback', messageId: again.messageId ?? 0 })
    await client.settled()
    clock.advance(30_000)
    expect(await publishes(client)).toEqual([])
  })
  it('is given up after an hour', async () => {
    const { broker, clock, log } = openBroker()
    const { client } = await connectClient(broker, { keepalive: 1200 })
    await client.subscribe('a')
    await broker.publish({ topic: 'a', payload: Buffer.from('x'), qos: 1, retain: false }, { hops: 0 })
    for (let minutes = 0; minutes < 60; minutes += 15) {
      clock.advance(900_000)
      await client.settled()
    }
    expect(log.at(-1)).toMatchObject({
      event: 'message-dropped', message: expect.stringMatching(/did not acknowledge it for an hour/) as string,
    })
  })
})
