import { describe, expect, it } from 'vitest'
import { connectClient, MemoryClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker } from './testing/open-broker.ts'

describe('a tight connect loop', () => {
  it('of one client id leaves one connection, and each that came has gone with a reason', async () => {
    const { broker, log, clock } = openBroker()
    const clients = await Promise.all(Array.from({ length: 200 }, () => connectClient(broker, { clientId: 'storm' })))
    await Promise.all(clients.slice(0, -1).map(({ client }) => client.closed))
    expect(broker.presence('storm')).toMatchObject({ versionNumber: 199, ended: undefined })
    expect(log.filter(({ reason }) => reason === 'DUPLICATE_CLIENTID').length).toBe(199)
    await broker.close()
    expect(clock.pending).toBe(0)
  })
  it('of many client ids forgets those that went longest ago', async () => {
    const { broker } = openBroker()
    for (let at = 0; at < 10_050; at++) {
      const { client } = await connectClient(broker, { clientId: `c-${at}` })
      client.stream.destroy()
      await client.closed
    }
    expect([broker.presence('c-0'), broker.presence('c-10049')?.clientId]).toEqual([undefined, 'c-10049'])
  }, 60_000)
})

describe('a half-open connection', () => {
  it('that sends half a packet ends with its keep alive, and its Will goes out', async () => {
    const { broker, clock } = openBroker()
    const wills: string[] = []
    broker.subscribe('wills/+', ({ topic }) => wills.push(topic))
    const { client } = await connectClient(broker, {
      keepalive: 30, will: { topic: 'wills/half', payload: Buffer.from('x'), qos: 0, retain: false },
    })
    client.sendBytes(Buffer.from([0x30, 20, 0, 1]))
    await new Promise((resolve) => setImmediate(resolve))
    clock.advance(45_000)
    await client.closed
    expect(wills).toEqual(['wills/half'])
    expect(broker.presence('keg-1')?.ended?.reason).toBe('MQTT_KEEP_ALIVE_TIMEOUT')
  })
  it('that sends half a CONNECT ends after ten seconds', async () => {
    const { broker, clock } = openBroker()
    const client = new MemoryClient(broker, 4)
    client.sendBytes(Buffer.from([0x10, 30, 0, 4]))
    clock.advance(10_000)
    await client.closed
  })
  it('whose peer takes nothing is cut, and what waits for it is bounded', async () => {
    const { broker, clock, log } = openBroker()
    const { client } = await connectClient(broker, { clientId: 'stuck', keepalive: 30 })
    await client.subscribe('a')
    client.stream.pause()
    for (let at = 0; at < 400; at++)
      void broker.publish({ topic: 'a', payload: new Uint8Array(100_000), qos: 1, retain: false }, { hops: 0 })
    expect(log.find(({ event }) => event === 'message-dropped')?.message).toMatch(/queue is full/)
    clock.advance(45_000)
    expect(broker.presence('stuck')?.ended?.reason).toBe('MQTT_KEEP_ALIVE_TIMEOUT')
    clock.advance(1000)
    expect(client.stream.readableLength).toBeLessThan(2 * 1024 * 1024)
  })
})

it('a WebSocket ends after 24 hours', async () => {
  const { broker, clock } = openBroker()
  const { client } = await connectClient(broker, { version: 5, keepalive: 1200, info: { transport: 'ws' } })
  for (let hours = 0; hours < 24; hours += 0.25) {
    if (hours > 0) await client.settled()
    clock.advance(900_000)
  }
  expect((await client.next('disconnect')).reasonCode).toBe(0x98)
  expect(broker.presence('keg-1')?.ended?.reason).toBe('WEBSOCKET_TTL_EXPIRATION')
})
