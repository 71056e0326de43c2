import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer, type TLSSocket } from 'node:tls'
import { generate, parser, type IPublishPacket, type Packet } from 'mqtt-packet'
import { localhostCertificate } from './localhost-certificate.ts'

/** What a broker on a script answers; what is absent it does. */
export interface BrokerScript {
  /** `false`: accepts TCP and TLS, then says nothing. */
  readonly connects?: boolean
  /** `false`: takes messages and acknowledges none. A number: the reason code of its PUBACKs. */
  readonly acknowledges?: boolean | number
  /** The reason code of its SUBACKs; 1 by default. */
  readonly grants?: number
  /** Whether it says that it knows the session. */
  readonly sessionPresent?: boolean
}

/** A broker of MQTT 5 over TLS that behaves as it is told, and remembers what came. */
export interface ScriptedBroker extends AsyncDisposable {
  readonly port: number
  /** Where its certificate is, which its clients may use as their own, too. */
  readonly files: { readonly caFile: string; readonly certificateFile: string; readonly privateKeyFile: string }
  /** How it behaves from now on. */
  script: BrokerScript
  readonly received: Packet[]
  /** Publishes to every connection; with a message id by QoS 1. */
  publish(topic: string, payload: string, messageId?: number): void
  /** Ends all connections. */
  cut(): void
}

/** Starts one. */
export async function startScriptedBroker(script: BrokerScript = {}): Promise<ScriptedBroker> {
  const { ca, cert, key } = await localhostCertificate()
  const dir = mkdtempSync(join(tmpdir(), 'keg-line-'))
  const files = { caFile: join(dir, 'ca.pem'), certificateFile: join(dir, 'certificate.pem'), privateKeyFile: join(dir, 'key.pem') }
  writeFileSync(files.caFile, ca)
  writeFileSync(files.certificateFile, cert)
  writeFileSync(files.privateKeyFile, key, { mode: 0o600 })
  const sockets = new Set<TLSSocket>()
  const server = createServer({ cert, key, ca, requestCert: true }, (socket) => {
    sockets.add(socket)
    const reader = parser({ protocolVersion: 5 })
    reader.on('packet', (packet: Packet) => {
      broker.received.push(packet)
      const answer = answerTo(packet, broker.script)
      if (answer) socket.write(generate(answer, { protocolVersion: 5 }))
    })
    socket.on('data', (bytes) => reader.parse(bytes)).on('error', () => undefined).on('close', () => sockets.delete(socket))
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const broker: ScriptedBroker = {
    // A TCP server has an address of this kind.
    port: (server.address() as AddressInfo).port,
    files,
    script,
    received: [],
    publish(topic, payload, messageId) {
      const packet: IPublishPacket = { cmd: 'publish', topic, payload, qos: messageId === undefined ? 0 : 1, dup: false, retain: false }
      if (messageId !== undefined) packet.messageId = messageId
      for (const socket of sockets) socket.write(generate(packet, { protocolVersion: 5 }))
    },
    cut,
    async [Symbol.asyncDispose]() {
      cut()
      await new Promise((resolve) => server.close(resolve))
      rmSync(dir, { recursive: true })
    },
  }
  return broker
}

function answerTo(
  packet: Packet, { connects = true, acknowledges = true, grants = 1, sessionPresent = false }: BrokerScript,
): Packet | undefined {
  switch (packet.cmd) {
    case 'connect':
      return connects ? { cmd: 'connack', sessionPresent, reasonCode: 0 } : undefined
    case 'publish':
      if (packet.qos !== 1 || packet.messageId === undefined || acknowledges === false) return undefined
      return { cmd: 'puback', messageId: packet.messageId, reasonCode: acknowledges === true ? 0 : acknowledges }
    case 'subscribe':
      return packet.messageId === undefined
        ? undefined
        : { cmd: 'suback', messageId: packet.messageId, granted: packet.subscriptions.map(() => grants) }
    case 'unsubscribe':
      return packet.messageId === undefined
        ? undefined
        : { cmd: 'unsuback', messageId: packet.messageId, granted: packet.unsubscriptions.map(() => 0) }
    case 'pingreq':
      return { cmd: 'pingresp' }
    default:
      return undefined
  }
}
