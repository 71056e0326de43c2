import type { Broker, Table } from '@keg/mqtt-broker'
import { hostname, networkInterfaces } from 'node:os'
import type { LocalIotOptions } from '../core/local-iot.ts'
import { certificateRefusal } from '../principals/certificate-principal.ts'
import type { JustInTime } from '../provisioning/just-in-time.ts'
import type { IotState } from '../state/iot-state.ts'
import type { LocalCertificateAuthority } from './certificate-authority.ts'
import type { HttpHandler } from './https-server.ts'
import { openListeners, type Listeners } from './listeners.ts'
import type { WebSocketAcceptor } from './web-socket-listener.ts'

export interface ListenerParts {
  readonly options: LocalIotOptions
  /** The ports of the last run, by endpoint: clients that know them find the core again. */
  readonly lastPorts: Table<number>
  readonly authority: LocalCertificateAuthority
  readonly state: IotState
  readonly justInTime: JustInTime
  readonly broker: Broker
  readonly webSockets: WebSocketAcceptor
  readonly handle: HttpHandler
  readonly onRefused: (reason: string, sourceIp: string | undefined) => void
}

/** Opens the core's listeners under a server certificate of its CA, where it was told to, else where they were the last time. */
export async function startListeners(
  { options, lastPorts, authority, state, justInTime, broker, webSockets, handle, onRefused }: ListenerParts,
): Promise<Listeners> {
  const { host = '127.0.0.1', hostNames = [], permissive = false } = options
  const hosts = [...hostNames, ...(isEverywhere(host) ? ownNames() : [host])]
  const ports = { ...Object.fromEntries(lastPorts.entries()), ...options.ports }
  const names = new Set(['localhost', '127.0.0.1', '::1', ...hosts])
  const listeners = await openListeners({
    host, hosts, ports, permissive, alpn: options.ports?.alpn !== undefined,
    name: hostNames[0] ?? (isEverywhere(host) || host === '127.0.0.1' || host === '::1' ? 'localhost' : host), webSockets, handle,
    tls: await authority.issueServer([...names]),
    mqtts: {
      onConnection: (socket, info) => broker.handle(socket, info),
      onRefused,
      awaits: (certificate) => justInTime.awaits(certificate),
      refusal: (certificateId) => {
        if (permissive) return undefined
        return certificateId === undefined ? 'the client sent no certificate' : certificateRefusal(state, certificateId)
      },
    },
  })
  for (const [name, url] of Object.entries(listeners.endpoints)) lastPorts.set(name, portOf(url))
  return listeners
}

/** Whether other machines reach what listens on the address. */
export const isReachable = (host = '127.0.0.1'): boolean => host !== 'localhost' && host !== '::1' && !host.startsWith('127.')

/** The port of a URL; those that go without saying, too. */
function portOf(url: string): number {
  const { port, protocol } = new URL(url)
  return port === '' ? (protocol === 'ws:' ? 80 : 443) : Number(port)
}

/** Whether an address to listen on stands for all that this machine has. */
const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::'

/** The addresses and the name that others may know this machine by. */
const ownNames = (): string[] => [
  hostname(),
  ...Object.values(networkInterfaces()).flatMap((addresses = []) =>
    addresses.filter(({ internal }) => !internal).map(({ address }) => address)),
]
