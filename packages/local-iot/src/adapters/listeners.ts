import type { Server } from 'node:net'
import type { Hosts } from '../doors/index.ts'
import type { LocalIotEndpoints, LocalIotOptions } from '../core/local-iot.ts'
import { createHttpsServer, createMutualHttpsServer, type HttpHandler } from './https-server.ts'
import { closerOf, listen } from './listen.ts'
import { createMqttListener } from './mqtt-listener.ts'
import { createMqttsListener, type MqttsListenerOptions } from './mqtts-listener.ts'
import { createWebSocketServer, guarded, type WebSocketAcceptor } from './web-socket-listener.ts'

export interface ListenersOptions {
  readonly host: string
  /** The name in the endpoints' URLs. */
  readonly name: string
  /** Names that are answered to beside this machine's own. */
  readonly hosts: Hosts
  readonly ports: NonNullable<LocalIotOptions['ports']>
  readonly tls: { readonly key: string; readonly cert: string }
  readonly mqtts: Required<Pick<MqttsListenerOptions, 'onConnection' | 'onRefused' | 'refusal' | 'awaits'>>
  /** Opens plain MQTT too. */
  readonly permissive: boolean
  /** Opens the one port for MQTT and HTTPS too. */
  readonly alpn: boolean
  readonly webSockets: WebSocketAcceptor
  readonly handle: HttpHandler
}

export interface Listeners {
  readonly endpoints: LocalIotEndpoints
  /** Takes no further connection and cuts those that are open. */
  close(): Promise<void>
}

type Servers = { readonly [Name in 'mqtts' | 'https' | 'httpsMtls' | 'ws']: Server } & { readonly mqtt?: Server; readonly alpn?: Server }

/** Opens the listeners side by side. */
export async function openListeners(options: ListenersOptions): Promise<Listeners> {
  const { host, name, ports, webSockets } = options
  const servers = await createServers(options)
  const closers = Object.values(servers).map(closerOf)
  const close = async () => {
    webSockets.close()
    await Promise.all(closers.map((closer) => closer()))
  }
  try {
    const [mqttsPort, httpsPort, httpsMtlsPort, wsPort, mqttPort, alpnPort] = await Promise.all([
      listen(servers.mqtts, host, ports.mqtts ?? 0),
      listen(servers.https, host, ports.https ?? 0),
      listen(servers.httpsMtls, host, ports.httpsMtls ?? 0),
      listen(servers.ws, host, ports.ws ?? 0),
      servers.mqtt === undefined ? undefined : listen(servers.mqtt, host, ports.mqtt ?? 0),
      servers.alpn === undefined ? undefined : listen(servers.alpn, host, ports.alpn ?? 0),
    ])
    const https = `https://${name}:${httpsPort}`
    const endpoints = {
      mqtts: `mqtts://${name}:${mqttsPort}`, https, httpsMtls: `https://${name}:${httpsMtlsPort}`, control: https,
      ws: `ws://${name}:${wsPort}/mqtt`, wss: `wss://${name}:${httpsPort}/mqtt`,
      ...(mqttPort === undefined ? {} : { mqtt: `mqtt://${name}:${mqttPort}` }),
      ...(alpnPort === undefined ? {} : { alpn: `tls://${name}:${alpnPort}` }),
    }
    return { endpoints, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function createServers({ hosts, tls, mqtts, permissive, alpn, webSockets, handle }: ListenersOptions): Promise<Servers> {
  const { handleUpgrade } = guarded(webSockets, hosts)
  const servers = {
    mqtts: createMqttsListener({ ...tls, ...mqtts }),
    https: createHttpsServer({ tls, hosts, handle }).on('upgrade', handleUpgrade),
    httpsMtls: createMutualHttpsServer({ tls, hosts, handle }),
    ws: createWebSocketServer(guarded(webSockets, hosts)),
    ...(permissive ? { mqtt: createMqttListener(mqtts.onConnection) } : {}),
  }
  if (!alpn) return servers
  // Read where it is asked for: most cores have no such port.
  const { createAlpnListener } = await import('./alpn-listener.ts')
  // A WebSocket client that has a certificate sends it here, where it is asked for one.
  servers.httpsMtls.on('upgrade', handleUpgrade)
  return { ...servers, alpn: createAlpnListener(servers, { ...tls, onRefused: mqtts.onRefused }) }
}
