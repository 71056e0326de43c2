import type { Duplex } from 'node:stream'

/**
 * MQTT 3.1.1 written by hand for the generator of load: what it costs is taken from what the broker under test may use,
 * so it does no more than these packets ask for. Topics and payloads are the same bytes each time.
 */
export interface MqttConnection {
  subscribe(filter: string): Promise<void>
  /** Sends a QoS 1 message; `onAcknowledged` is called for each PUBACK. */
  publish(): void
  onAcknowledged: () => void
  /** Called for each message; QoS 1 messages are acknowledged. */
  onMessage: () => void
  close(): void
  /** Says goodbye; resolves when the broker has closed the connection. */
  disconnect(): Promise<void>
}

const CONNACK = 2
const PUBLISH = 3
const PUBACK = 4
const SUBACK = 9
const MAX_PACKET_ID = 0xffff

export interface MqttConnectionOptions {
  readonly clientId: string
  readonly username?: string | undefined
  readonly topic: string
  readonly payload: Uint8Array
}

export async function openMqtt(stream: Duplex, { clientId, username, topic, payload }: MqttConnectionOptions): Promise<MqttConnection> {
  const connected = Promise.withResolvers<undefined>()
  let subscribed = Promise.withResolvers<undefined>()
  let packetId = 0
  const message = publishPacket(topic, payload)
  const packetIdAt = message.length - payload.length - 2
  const acknowledgement = Buffer.from([PUBACK << 4, 2, 0, 0])

  const connection: MqttConnection = {
    onAcknowledged: () => undefined,
    onMessage: () => undefined,
    subscribe(filter) {
      subscribed = Promise.withResolvers()
      stream.write(packet(0x82, Buffer.concat([Buffer.from([0, 1]), text(filter), Buffer.from([1])])))
      return subscribed.promise
    },
    publish() {
      packetId = (packetId % MAX_PACKET_ID) + 1
      const copy = Buffer.from(message)
      copy.writeUInt16BE(packetId, packetIdAt)
      stream.write(copy)
    },
    close: () => stream.destroy(),
    disconnect() {
      const closed = new Promise<void>((resolve) => stream.once('close', resolve))
      stream.end(Buffer.from([0xe0, 0]))
      return closed
    },
  }

  const receive = (type: number, flags: number, body: Buffer): void => {
    if (type === PUBACK) return connection.onAcknowledged()
    if (type === CONNACK) return body[1] === 0 ? connected.resolve(undefined) : connected.reject(new Error(`CONNACK ${body[1]}`))
    if (type === SUBACK) return subscribed.resolve(undefined)
    if (type !== PUBLISH) return
    if ((flags & 0b0110) !== 0) {
      const at = 2 + body.readUInt16BE(0)
      const answer = Buffer.from(acknowledgement)
      body.copy(answer, 2, at, at + 2)
      stream.write(answer)
    }
    connection.onMessage()
  }
  readPackets(stream, receive)
  stream.on('error', connected.reject).on('close', () => connected.reject(new Error(`The broker closed the connection of ${clientId}.`)))
  stream.write(connectPacket(clientId, username))
  await connected.promise
  return connection
}

/** Cuts the stream into packets. */
function readPackets(stream: Duplex, receive: (type: number, flags: number, body: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0)
  stream.on('data', (chunk: Buffer) => {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let at = 0
    // One write for the answers to one read: the generator is to have time left when the broker has none.
    stream.cork()
    for (;;) {
      const header = lengthAt(bytes, at + 1)
      if (header === undefined || header.bodyAt + header.length > bytes.length) break
      const first = bytes[at] ?? 0
      receive(first >> 4, first & 0x0f, bytes.subarray(header.bodyAt, header.bodyAt + header.length))
      at = header.bodyAt + header.length
    }
    rest = bytes.subarray(at)
    stream.uncork()
  })
}

/** The remaining length that begins at `at`, and where the body does; `undefined` when not all of it is there. */
function lengthAt(bytes: Buffer, at: number): { readonly length: number; readonly bodyAt: number } | undefined {
  let length = 0
  for (let index = 0; index < 4; index += 1) {
    const byte = bytes[at + index]
    if (byte === undefined) return undefined
    length |= (byte & 0x7f) << (7 * index)
    if ((byte & 0x80) === 0) return { length, bodyAt: at + index + 1 }
  }
  throw new Error('No remaining length is longer than four bytes.')
}

function packet(first: number, body: Buffer): Buffer {
  const header = [first]
  let length = body.length
  do {
    const more = length > 0x7f
    header.push((length & 0x7f) | (more ? 0x80 : 0))
    length >>= 7
  } while (length > 0)
  return Buffer.concat([Buffer.from(header), body])
}

function text(value: string): Buffer {
  const bytes = Buffer.from(value)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}

const publishPacket = (topic: string, payload: Uint8Array) =>
  packet((PUBLISH << 4) | 0b0010, Buffer.concat([text(topic), Buffer.alloc(2), payload]))

function connectPacket(clientId: string, username: string | undefined): Buffer {
  const CLEAN_SESSION = 0b10
  const USERNAME = 0x80
  const keepAlive = Buffer.from([4, 0b10110000])
  const flags = CLEAN_SESSION | (username === undefined ? 0 : USERNAME)
  const parts = [text('MQTT'), Buffer.from([4, flags]), keepAlive, text(clientId), ...(username === undefined ? [] : [text(username)])]
  return packet(0x10, Buffer.concat(parts))
}
