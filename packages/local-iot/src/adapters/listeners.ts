import type { Server } from 'node:net'
import type { Hosts } from '../doors/index.ts'
import type { LocalIotEndpoints, LocalIotOptions } from '../local-iot.ts'
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
  readonly tls: { readonly key: string; readonly cert: string; readonly ca: string }
  readonly mqtts: Pick<MqttsListenerOptions, 'onConnection' | 'onRefused' | 'refusal'>
  /** Opens plain MQTT too. */
  readonly permissive: boolean
  readonly webSockets: WebSocketAcceptor
  readonly handle: HttpHandler
}

export interface Listeners {
  readonly endpoints: LocalIotEndpoints
  /** Takes no further connection and cuts those that are open. */
  close(): Promise<void>
}

/** Opens the listeners side by side. */
export async function openListeners({ host, name, hosts, ports, tls, mqtts, permissive, webSockets, handle }: ListenersOptions): Promise<Listeners> {
  const servers: { mqtts: Server; https: Server; httpsMtls: Server; ws: Server; mqtt?: Server } = {
    mqtts: createMqttsListener({ ...tls, ...mqtts }),
    https: createHttpsServer({ tls, hosts, handle }).on('upgrade', guarded(webSockets, hosts).handleUpgrade),
    httpsMtls: createMutualHttpsServer({ tls, hosts, handle }),
    ws: createWebSocketServer(guarded(webSockets, hosts)),
    ...(permissive ? { mqtt: createMqttListener(mqtts.onConnection) } : {}),
  }
  const closers = Object.values(servers).map(closerOf)
  const close = async () => {
    webSockets.close()
    await Promise.all(closers.map((closer) => closer()))
  }
  try {
    const [mqttsPort, httpsPort, httpsMtlsPort, wsPort, mqttPort] = await Promise.all([
      listen(servers.mqtts, host, ports.mqtts ?? 0),
      listen(servers.https, host, ports.https ?? 0),
      listen(servers.httpsMtls, host, ports.httpsMtls ?? 0),
      listen(servers.ws, host, ports.ws ?? 0),
      servers.mqtt === undefined ? undefined : listen(servers.mqtt, host, ports.mqtt ?? 0),
    ])
    const https = `https://${name}:${httpsPort}`
    const endpoints = {
      mqtts: `mqtts://${name}:${mqttsPort}`, https, httpsMtls: `https://${name}:${httpsMtlsPort}`, control: https,
      ws: `ws://${name}:${wsPort}/mqtt`, wss: `wss://${name}:${httpsPort}/mqtt`,
      ...(mqttPort === undefined ? {} : { mqtt: `mqtt://${name}:${mqttPort}` }),
    }
    return { endpoints, close }
  } catch (error) {
    await close()
    throw error
  }
}
