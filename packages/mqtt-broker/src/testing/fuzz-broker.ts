import fc from 'fast-check'
import mqttPacket, { type Packet } from 'mqtt-packet'
import { MemoryClient, connectClient } from './memory-client.ts'
import { openAwsBroker, openBroker } from './open-broker.ts'

const connects: readonly Packet[] = [
  { cmd: 'connect', clientId: 'a', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 },
  {
    cmd: 'connect', clientId: 'a', protocolId: 'MQTT', protocolVersion: 4, clean: false, keepalive: 0, username: 'u',
    password: Buffer.from('p'),
  },
  {
    cmd: 'connect', clientId: 'a', protocolId: 'MQTT', protocolVersion: 5, clean: false, keepalive: 30,
    properties: { sessionExpiryInterval: 60, receiveMaximum: 2, maximumPacketSize: 500, userProperties: { a: ['b', 'c'] } },
    will: { topic: 'w/a', payload: Buffer.from('bye'), qos: 1, retain: true, properties: { willDelayInterval: 5, contentType: 't' } },
  },
]
const packets: readonly Packet[] = [
  { cmd: 'publish', topic: 'fuzz/a', payload: 'x', qos: 0, dup: false, retain: true },
  { cmd: 'publish', topic: 'fuzz/a', payload: 'x'.repeat(200), qos: 1, messageId: 1, dup: false, retain: false },
  { cmd: 'publish', topic: 'fuzz/b', payload: '{"state":{}}', qos: 2, messageId: 2, dup: false, retain: false },
  {
    cmd: 'publish', topic: 'fuzz/c', payload: '', qos: 1, messageId: 3, dup: true, retain: true,
    properties: {
      topicAlias: 1, messageExpiryInterval: 0, responseTopic: 'r', correlationData: Buffer.from('c'), contentType: 't',
      userProperties: { a: 'b' },
    },
  },
  { cmd: 'puback', messageId: 1 },
  {
    cmd: 'subscribe', messageId: 4,
    subscriptions: [{ topic: 'fuzz/#', qos: 1 }, { topic: '$share/g/fuzz/+', qos: 1 }, { topic: '$aws/events/presence/+/a', qos: 0 }],
  },
  { cmd: 'unsubscribe', messageId: 5, unsubscriptions: ['fuzz/#', 'never'] },
  { cmd: 'pubrel', messageId: 6 },
  { cmd: 'pingreq' },
  { cmd: 'auth', reasonCode: 0, properties: { authenticationMethod: 'm' } },
  { cmd: 'disconnect', reasonCode: 4, properties: { sessionExpiryInterval: 10 } },
]

/** One change to the bytes: at a place from 0 to 1, so many are replaced by others. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }), drop: fc.nat({ max: 6 }), bytes: fc.uint8Array({ maxLength: 6 }),
})
const attack = fc.record({
  version: fc.constantFrom(4 as const, 5 as const),
  begins: fc.option(fc.constantFrom(...connects)),
  sends: fc.array(fc.constantFrom(...packets), { maxLength: 8 }),
  noise: fc.uint8Array({ maxLength: 40 }),
  changes: fc.array(mutation, { maxLength: 4 }),
  chunkBytes: fc.integer({ min: 1, max: 300 }),
  hangsUp: fc.boolean(),
})
type Attack = typeof attack extends fc.Arbitrary<infer Value> ? Value : never

function bytesOf({ version, begins, sends, noise, changes }: Attack): Buffer {
  const protocolVersion = begins?.cmd === 'connect' && begins.protocolVersion === 5 ? 5 : version
  const clean = Buffer.concat([...(begins === null ? [] : [begins]), ...sends].map((packet) =>
    mqttPacket.generate(packet, { protocolVersion: packet.cmd === 'auth' ? 5 : protocolVersion })))
  const mutated = changes.reduce((bytes, { at, drop, bytes: inserted }) => {
    const start = Math.floor(at * bytes.length)
    return Buffer.concat([bytes.subarray(0, start), inserted, bytes.subarray(start + drop)])
  }, clean)
  return Buffer.concat([mutated, noise])
}

/**
 * Sends changed packets and noise to brokers with another client on them. Whatever comes: nothing throws, no fault counts as the broker's,
 * the other client gets its messages, and when all have gone no timer is left.
 */
export async function fuzzBroker(runs: number, seed?: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.array(attack, { minLength: 1, maxLength: 4 }), fc.constantFrom(openBroker, openAwsBroker), tryAttacks),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
}

async function tryAttacks(attacks: readonly Attack[], open: typeof openBroker): Promise<void> {
  const { broker, clock, log } = open()
  const { client: other } = await connectClient(broker, { clientId: 'other' })
  await other.subscribe('other/+', 0)
  for (const given of attacks) {
    const attacker = new MemoryClient(broker, given.version)
    // What it is answered is none of the attacker's business, but it reads on.
    attacker.stream.removeAllListeners('data').resume()
    const bytes = bytesOf(given)
    for (let at = 0; at < bytes.length; at += given.chunkBytes) attacker.sendBytes(bytes.subarray(at, at + given.chunkBytes))
    other.publish('other/a', 'still here')
    const { payload } = await other.next('publish')
    if (payload.toString() !== 'still here') throw new Error('The other client got something else.')
    if (given.hangsUp) attacker.stream.destroy()
    else attacker.stream.end()
    await attacker.closed
  }
  await other.settled()
  // Past session expiry, Will delay and keep alive.
  clock.advance(4_000_000)
  await other.closed
  const faults = log.filter(({ event, reason }) => event === 'routing-failed' || event === 'handler-failed' || reason === 'SERVER_ERROR')
  if (faults.length > 0) throw new Error(`The broker's fault: ${faults[0]?.message}`)
  const foreign = open === openBroker ? log.find(({ message }) => message.includes('AWS')) : undefined
  if (foreign !== undefined) throw new Error(`A plain broker speaks of AWS: ${foreign.message}`)
  await broker.close()
  if (clock.pending > 0) throw new Error(`${clock.pending} timers are left.`)
}
