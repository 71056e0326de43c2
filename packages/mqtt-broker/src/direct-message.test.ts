import { expect, it } from 'vitest'
import { connectClient } from './testing/memory-client.ts'
import { openAwsBroker as openBroker } from './testing/open-broker.ts'

const message = { topic: 'commands/x', payload: new Uint8Array(), qos: 1, retain: false } as const

it('is confirmed by the PUBACK', async () => {
  const { broker, clock } = openBroker()
  const { client } = await connectClient(broker)
  const before = clock.pending
  const outcome = broker.sendDirect('keg-1', message, 5000)
  const { messageId = 0 } = await client.next('publish')
  client.send({ cmd: 'puback', messageId })
  expect(await outcome).toBe('confirmed')
  expect(clock.pending).toBe(before)
})
it('waits no longer than asked for, and is not sent again', async () => {
  const { broker, clock } = openBroker()
  const { client } = await connectClient(broker, { clean: false })
  const outcome = broker.sendDirect('keg-1', message, 5000)
  await client.next('publish')
  clock.advance(5000)
  expect(await outcome).toBe('unconfirmed')
  client.stream.end()
  await client.closed
  const { client: again } = await connectClient(broker, { clean: false })
  expect(await again.settled()).toEqual([])
})
it('ends with the connection', async () => {
  const { broker } = openBroker()
  const { client } = await connectClient(broker)
  const outcome = broker.sendDirect('keg-1', message, 5000)
  client.stream.end()
  expect(await outcome).toBe('unconfirmed')
})
it('finds a full window busy', async () => {
  const { broker } = openBroker()
  await connectClient(broker, { version: 5, properties: { receiveMaximum: 1 } })
  void broker.sendDirect('keg-1', message, 5000)
  expect(await broker.sendDirect('keg-1', message, 5000)).toBe('busy')
  expect(await broker.sendDirect('keg-1', message, undefined)).toBe('sent')
})
