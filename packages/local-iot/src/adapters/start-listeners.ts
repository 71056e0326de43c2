import type { Broker } from '../broker/broker.ts'
import type { LocalIotOptions } from '../local-iot.ts'
import { certificateRefusal } from '../principals/certificate-principal.ts'
import type { IotState } from '../state/iot-state.ts'
import type { Table } from '../state/table.ts'
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
  readonly broker: Broker
  readonly webSockets: WebSocketAcceptor
  readonly handle: HttpHandler
  readonly onRefused: (reason: string, sourceIp: string | undefined) => void
}

/** Opens the core's listeners under a server certificate of its CA, where it was told to, else where they were the last time. */
export async function startListeners({ options, lastPorts, authority, state, broker, webSockets, handle, onRefused }: ListenerParts): Promise<Listeners> {
  const { host = '127.0.0.1', permissive = false } = options
  const ports = { ...Object.fromEntries(lastPorts.entries()), ...options.ports }
  const names = new Set(['localhost', '127.0.0.1', '::1', ...(['0.0.0.0', '::'].includes(host) ? [] : [host])])
  const listeners = await openListeners({
    host, ports, permissive, webSockets, handle,
    tls: { ...(await authority.issueServer([...names])), ca: authority.certificatePem },
    mqtts: {
      onConnection: (socket, info) => broker.handle(socket, info),
      onRefused,
      refusal: (certificateId) => {
        if (permissive) return undefined
        return certificateId === undefined ? 'the client sent no certificate' : certificateRefusal(state, certificateId)
      },
    },
  })
  for (const [name, url] of Object.entries(listeners.endpoints)) lastPorts.set(name, Number(new URL(url).port))
  return listeners
}
