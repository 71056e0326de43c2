import type { Duplex } from 'node:stream'
import type { IConnackPacket, IConnectPacket, Packet } from 'mqtt-packet'
import type { BrokerCore } from './broker-core.ts'
import type { Client } from './client.ts'
import type { ConnectAnswer, ConnectionInfo } from './hooks.ts'
import { ConnectionRates } from './connection-rates.ts'
import { acceptConnect } from './connect.ts'
import { handlePublish } from './publish.ts'
import { handleSubscribe, handleUnsubscribe } from './subscribe.ts'
import { DeniedDeliveries } from './denied-deliveries.ts'
import { messageBytes, propertyBytes } from './message.ts'
import { Outbox } from './outbox.ts'
import { encodedOrDropped, encodeWithin } from './packet-writer.ts'
import { PacketReader } from './packet-reader.ts'
import { ClientFault, ReasonCode, type DisconnectReason } from './reason-code.ts'
import { ReadingGate } from './reading-gate.ts'
import { returnCodeOf } from './return-code.ts'
import { startRefresh } from './refresh.ts'
import type { SessionLink } from './session.ts'
import type { Outbound } from './store.ts'
import { TopicAliases } from './topic-alias.ts'

/** How long a peer has to take our last packet and close its side. */
const FLUSH_MS = 1000

/** One MQTT connection: bytes in, packets to their handlers, packets out, and its end. */
export class Connection implements SessionLink {
  readonly id: string
  readonly info: ConnectionInfo
  readonly core: BrokerCore
  readonly aliases: TopicAliases
  /** QoS 1 packet ids taken and not yet acknowledged. */
  readonly unacknowledged = new Set<number>()
  /** Resolves when the stream is gone. */
  readonly ended: Promise<void>
  readonly #duplex: Duplex
  readonly #outbox: Outbox
  readonly #reader: PacketReader
  #phase: 'waiting' | 'authorizing' | 'open' | 'closed' = 'waiting'
  #client: Client | undefined
  #protocolVersion: 4 | 5 = 4
  #maximumPacketSize = Number.POSITIVE_INFINITY
  #early: Packet[] = []
  #earlyBytes = 0
  readonly #onAdmitted: () => void
  readonly #denied: DeniedDeliveries
  readonly #reading: ReadingGate
  readonly #rates: ConnectionRates | undefined
  #lastReceivedMs: number
  #cancelTimer: () => void
  #cancelTtl: (() => void) | undefined
  #cancelRefresh: (() => void) | undefined

  constructor(duplex: Duplex, info: ConnectionInfo, core: BrokerCore, onAdmitted: () => void) {
    this.#onAdmitted = onAdmitted
    this.#duplex = duplex
    this.#outbox = new Outbox(duplex)
    this.info = info
    this.core = core
    const { limits } = core
    this.aliases = new TopicAliases(limits.maxTopicAliases)
    this.#reader = new PacketReader((packet) => this.#receive(packet), limits)
    this.id = core.newId()
    this.#denied = new DeniedDeliveries(core.log)
    this.#reading = new ReadingGate(duplex, core.clock, limits.maxInFlight)
    this.#lastReceivedMs = core.clock.nowMs()
    this.#rates = core.quotas === 'off' ? undefined : new ConnectionRates(this)
    this.#cancelTimer = core.clock.after(limits.connectTimeoutMs, () => {
      this.fail(new ClientFault(ReasonCode.protocolError, `No CONNECT within ${limits.connectTimeoutMs} ms.`))
    })
    duplex.on('data', (chunk: Buffer) => this.#read(chunk))
    duplex.on('drain', () => this.#client?.session.pump())
    duplex.on('error', () => this.close(undefined, 'CONNECTION_LOST'))
    duplex.on('end', () => this.close(undefined, 'CONNECTION_LOST'))
    this.ended = new Promise((resolve) => {
      duplex.on('close', () => {
        this.close(undefined, 'CONNECTION_LOST')
        resolve()
      })
    })
  }

  get client(): Client | undefined {
    return this.#client
  }

  get isClosed(): boolean {
    return this.#phase === 'closed'
  }

  get receiveMaximum(): number {
    return this.#client?.receiveMaximum ?? 0
  }

  get isWritable(): boolean {
    return this.#phase === 'open' && this.#outbox.length < this.core.limits.slowReaderBytes && this.#rates?.maySend !== false
  }

  send({ message, retain }: Outbound, packetId: number | undefined, dup: boolean): boolean {
    const client = this.#client
    if (client === undefined) return false
    if (this.#denied.refuses(client, message.topic)) return false
    const bytes = encodedOrDropped(client, { message, retain }, packetId, dup, this.core)
    // [MQTT-3.1.2-24] [MQTT-3.1.2-25] a packet over the client's maximum is left out as if it had been sent.
    if (bytes === undefined || bytes.length > this.#maximumPacketSize) return false
    this.writeBytes(bytes)
    this.#rates?.sent(bytes.length)
    this.core.meter.message(messageBytes(message), message.topic, 'out', client.clientId)
    return true
  }

  /** Writes a packet; `false` where it is larger than the client takes. */
  write(packet: Packet): boolean {
    const bytes = encodeWithin(this.#maximumPacketSize, packet, this.#protocolVersion)
    if (bytes !== undefined) this.writeBytes(bytes)
    return bytes !== undefined
  }

  /** The CONNACK that refuses; clients of MQTT 3.1.1 may have to do without. */
  writeRefusal(version: 4 | 5, code: ReasonCode, reason: string): void {
    const returnCode = this.core.dialect.answersRefusals311 ? returnCodeOf(code) : undefined
    if (version === 5) this.write({ cmd: 'connack', sessionPresent: false, reasonCode: code, properties: { reasonString: reason } })
    else if (returnCode !== undefined) this.write({ cmd: 'connack', sessionPresent: false, returnCode })
  }

  writeBytes(bytes: Buffer): void {
    if (!this.#duplex.destroyed && !this.#duplex.writableEnded) this.#outbox.write(bytes)
  }

  /** Takes the connection into service: from here packets are handled and the keep alive runs. */
  open(
    client: Client, connack: IConnackPacket, keepAliveSec: number, { disconnectAfterMs, refresh }: ConnectAnswer & { accepted: true },
  ): void {
    this.#phase = 'open'
    this.#client = client
    const isTold = this.write(connack)
    this.core.opened(this, client, keepAliveSec)
    this.#onAdmitted()
    if (!isTold) return this.close(undefined, 'CLIENT_ERROR', 'The client takes no packet as large as its CONNACK.')
    this.#cancelTimer()
    if (keepAliveSec > 0) this.#watchKeepAlive(keepAliveSec * 1500)
    if (disconnectAfterMs !== undefined) this.#endAfter(disconnectAfterMs, ReasonCode.notAuthorized, 'CUSTOMAUTH_TTL_EXPIRATION')
    else if (this.info.transport === 'ws') this.#endWebSocketAfter(this.core.limits.maxWebSocketMs)
    if (refresh !== undefined) this.#cancelRefresh = startRefresh(this, refresh)
    client.session.attach(this)
    const early = this.#early
    this.#early = []
    for (const packet of early) this.#handle(packet)
  }

  /** Waits until a message is safe; the socket is not read while too many are not. */
  track(routing: Promise<void> | undefined, done: () => void): void {
    if (routing === undefined) {
      done()
      return
    }
    const settle = this.#reading.routing()
    routing.then(() => { settle(); done() }, (error: unknown) => { settle(); this.#routingFailed(error) })
  }

  /** Whether a message of the client comes within its rate. */
  mayPublish(): boolean {
    return this.#rates?.received() !== false
  }

  /** Ends the connection for something the client did, or for an error of ours. */
  fail(error: unknown): void {
    if (this.#phase === 'closed') return
    // [MQTT-4.13.1-1]
    const fault = error instanceof ClientFault ? error : new ClientFault(ReasonCode.unspecified, String(error), 'SERVER_ERROR')
    if (this.#client === undefined) {
      this.core.log({ level: 'warn', event: 'connect-refused', message: fault.message, reason: fault.reason })
      if (this.#protocolVersion === 5 || this.#phase === 'authorizing') this.writeRefusal(this.#protocolVersion, fault.code, fault.message)
    }
    this.close(fault.code, fault.reason, fault.message)
  }

  /** Ends the connection; `code` is told to an MQTT 5 client, the Will goes out unless the client said goodbye or `leavesWill` is false. */
  close(code: ReasonCode | undefined, reason: DisconnectReason, detail?: string, leavesWill = true): void {
    if (this.#phase === 'closed') return
    const client = this.#client
    // [MQTT-3.14.0-1] [MQTT-3.14.4-1] [MQTT-3.14.4-2]
    if (client?.protocolVersion === 5 && code !== undefined && code >= ReasonCode.unspecified) {
      this.write({ cmd: 'disconnect', reasonCode: code, ...(detail === undefined ? {} : { properties: { reasonString: detail } }) })
    }
    this.#phase = 'closed'
    this.#early = []
    this.#cancelTimer()
    this.#cancelTtl?.()
    this.#cancelRefresh?.()
    this.#rates?.close()
    this.#endDuplex()
    this.core.closed(this, reason, detail, leavesWill)
  }

  #endWebSocketAfter(delayMs: number): void {
    if (delayMs !== Number.POSITIVE_INFINITY) this.#endAfter(delayMs, ReasonCode.administrativeAction, 'WEBSOCKET_TTL_EXPIRATION')
  }

  #endAfter(delayMs: number, code: ReasonCode, reason: DisconnectReason): void {
    this.#cancelTtl = this.core.clock.after(delayMs, () => this.close(code, reason))
  }

  #endDuplex(): void {
    this.#reading.close()
    if (this.#duplex.destroyed) return
    const cancel = this.core.clock.after(FLUSH_MS, () => this.#duplex.destroy())
    this.#duplex.once('close', cancel)
    // What the peer still sends is read and dropped: to destroy at once could take our last packet back from it.
    this.#outbox.end()
  }

  #read(chunk: Buffer): void {
    if (this.#phase === 'closed') return
    this.#lastReceivedMs = this.core.clock.nowMs()
    this.#reading.throttle(this.#rates?.bytes(chunk.length) ?? 0)
    try {
      if (this.#phase === 'authorizing') this.#countEarly(chunk.length)
      this.#reader.read(chunk)
    } catch (error) {
      this.fail(error)
    }
  }

  #countEarly(bytes: number): void {
    this.#earlyBytes += bytes
    if (this.#earlyBytes > this.core.limits.maxEarlyBytes) throw new ClientFault(ReasonCode.quotaExceeded, 'Too much before CONNACK.')
  }

  #receive(packet: Packet): void {
    if (this.#phase === 'closed') return
    if (this.#phase === 'authorizing') {
      if (this.#early.length >= this.core.limits.maxInFlight)
        throw new ClientFault(ReasonCode.quotaExceeded, 'Too many packets before CONNACK.')
      this.#early.push(packet)
      return
    }
    if (this.#phase === 'open') this.#handle(packet)
    else this.#connect(packet)
  }

  #connect(packet: Packet): void {
    // [MQTT-3.1.0-1]
    if (packet.cmd !== 'connect') throw new ClientFault(ReasonCode.protocolError, `The first packet is ${packet.cmd}, not CONNECT.`)
    this.#protocolVersion = packet.protocolVersion === 5 ? 5 : 4
    this.#maximumPacketSize = packet.properties?.maximumPacketSize ?? Number.POSITIVE_INFINITY
    this.#phase = 'authorizing'
    acceptConnect(this, packet as IConnectPacket).catch((error: unknown) => this.fail(error))
  }

  #handle(packet: Packet): void {
    const client = this.#client
    if (client === undefined || this.#phase !== 'open') return
    try {
      switch (packet.cmd) {
        case 'publish': return handlePublish(this, client, packet)
        case 'puback':
          this.core.meter.message(propertyBytes(packet.properties), undefined, 'puback')
          return client.session.acknowledge(packet.messageId ?? 0)
        case 'subscribe': return handleSubscribe(this, client, packet)
        case 'unsubscribe': return handleUnsubscribe(this, client, packet)
        // [MQTT-3.12.4-1]
        case 'pingreq': return void this.write({ cmd: 'pingresp' })
        case 'disconnect': return this.#goodbye(client, packet.reasonCode ?? 0, packet.properties?.sessionExpiryInterval)
        // [MQTT-3.1.0-2], for a second CONNECT.
        default: throw new ClientFault(ReasonCode.protocolError, `A client does not send ${packet.cmd} here.`)
      }
    } catch (error) {
      this.fail(error)
    }
  }

  #goodbye({ session }: Client, code: number, sessionExpirySec: number | undefined): void {
    if (sessionExpirySec !== undefined) this.core.changeExpiry(session, sessionExpirySec)
    // [MQTT-3.14.4-3] Any other code, 0x04 first of all, asks for the Will.
    this.close(undefined, code === ReasonCode.success ? 'CLIENT_INITIATED_DISCONNECT' : 'CLIENT_ERROR')
  }

  #watchKeepAlive(limitMs: number): void {
    // While the socket is not read, the silence is ours.
    if (this.#duplex.isPaused()) this.#lastReceivedMs = this.core.clock.nowMs()
    const silentMs = this.core.clock.nowMs() - this.#lastReceivedMs
    // [MQTT-3.1.2-22]
    if (silentMs >= limitMs) {
      this.close(ReasonCode.keepAliveTimeout, 'MQTT_KEEP_ALIVE_TIMEOUT', `Nothing received for ${limitMs} ms.`)
      return
    }
    this.#cancelTimer = this.core.clock.after(limitMs - silentMs, () => this.#watchKeepAlive(limitMs))
  }

  #routingFailed(error: unknown): void {
    const clientId = this.#client?.clientId
    this.core.log({ level: 'error', event: 'routing-failed', clientId, message: `A message could not be routed: ${String(error)}` })
    this.fail(error)
  }
}
