import { duplexPair, type Duplex } from 'node:stream'
import mqttPacket, { type IConnectPacket, type IPublishPacket, type Packet, type PacketCmd } from 'mqtt-packet'
import type { Broker } from '../broker-port.ts'
import type { ConnectionInfo } from '../hooks.ts'

type PacketOf<Command extends PacketCmd> = Extract<Packet, { cmd: Command }>

/**
 * An MQTT client with no behaviour of its own, for tests: it sends the packets it is given and collects those it receives.
 *
 * @example
 * const client = new MemoryClient(openBroker().broker, 4)
 * client.send({ cmd: 'connect', clientId: 'k-1', protocolId: 'MQTT', protocolVersion: 4, clean: true, keepalive: 60 })
 * await client.next('connack')
 */
export class MemoryClient {
  readonly stream: Duplex
  readonly version: 4 | 5
  readonly received: Packet[] = []
  readonly closed: Promise<void>
  isClosed = false
  #wake: () => void = () => undefined

  constructor(broker: Broker, version: 4 | 5, info: Partial<ConnectionInfo> = {}) {
    // Like sockets, each side ends when the other does.
    const [near, far] = duplexPair({ allowHalfOpen: false })
    this.stream = near
    this.version = version
    const parser = mqttPacket.parser({ protocolVersion: version })
    parser.on('packet', (packet: Packet) => {
      this.received.push(packet)
      this.#wake()
    })
    near.on('data', (chunk: Buffer) => parser.parse(chunk))
    near.on('error', () => undefined)
    this.closed = new Promise((resolve) => {
      const ended = () => {
        this.isClosed = true
        this.#wake()
        resolve()
      }
      near.on('end', ended)
      near.on('close', ended)
    })
    broker.handle(far, { transport: 'memory', ...info })
  }

  /** The packet's bytes as they are, checked by nobody. */
  sendBytes(bytes: Uint8Array): void {
    this.stream.write(bytes)
  }

  send(packet: Packet): void {
    this.sendBytes(mqttPacket.generate(packet, { protocolVersion: this.version }))
  }

  publish(topic: string, payload: string, options: Partial<IPublishPacket> = {}): void {
    this.send({ cmd: 'publish', topic, payload, qos: 0, dup: false, retain: false, ...options })
  }

  subscribe(filter: string, qos: 0 | 1 | 2 = 1, messageId = 1): Promise<PacketOf<'suback'>> {
    this.send({ cmd: 'subscribe', messageId, subscriptions: [{ topic: filter, qos }] })
    return this.next('suback')
  }

  /** The next packet of the kind, taken out; fails when the connection ends without one. */
  async next<Command extends PacketCmd>(command: Command): Promise<PacketOf<Command>> {
    for (;;) {
      const index = this.received.findIndex(({ cmd }) => cmd === command)
      if (index >= 0) return this.received.splice(index, 1)[0] as PacketOf<Command>
      if (this.isClosed) {
        throw new Error(`The connection ended without ${command}; received ${this.received.map(({ cmd }) => cmd).join(', ')}`)
      }
      await new Promise<void>((resolve) => (this.#wake = resolve))
    }
  }

  /** What had arrived when the broker answered a PINGREQ: a fence instead of a sleep. */
  async settled(): Promise<Packet[]> {
    this.send({ cmd: 'pingreq' })
    await this.next('pingresp')
    return this.received
  }
}

/**
 * Connects a client to a broker, and waits for its CONNACK.
 *
 * @example
 * const { broker } = openBroker()
 * const { client } = await connectClient(broker, { clientId: 'k-1' })
 * await client.subscribe('menu')
 */
export async function connectClient(
  broker: Broker,
  { version = 4, info, ...packet }: Partial<IConnectPacket> & { version?: 4 | 5; info?: Partial<ConnectionInfo> } = {},
) {
  const client = new MemoryClient(broker, version, info)
  client.send({ cmd: 'connect', clientId: 'keg-1', protocolId: 'MQTT', protocolVersion: version, clean: true, keepalive: 60, ...packet })
  const connack = await client.next('connack')
  return { client, connack }
}
