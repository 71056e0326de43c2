import { ASKS_CERTIFICATE, certificateFingerprint } from '@keg/mqtt-broker'
import type { Server } from 'node:net'
import { createServer } from 'node:tls'
import { HANDSHAKE_MS, onHandshakeFailure, type MqttsListenerOptions } from './mqtts-listener.ts'

/** The listeners that connections on the one port are for. */
export interface AlpnTargets {
  readonly mqtts: Server
  readonly https: Server
  readonly httpsMtls: Server
}

/**
 * One port for MQTT and HTTPS, told apart by ALPN as on AWS's 443. Without ALPN, or with `http/1.1`, it is HTTPS and WebSockets: by
 * certificate where the client sends one, as on AWS's 8443, else by signature or custom authorizer.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/protocols.html#protocol-port-mapping
 */
export function createAlpnListener(
  { mqtts, https, httpsMtls }: AlpnTargets, { key, cert, onRefused }: Pick<MqttsListenerOptions, 'key' | 'cert' | 'onRefused'>,
): Server {
  const server = createServer(
    {
      key, cert, ...ASKS_CERTIFICATE, handshakeTimeout: HANDSHAKE_MS,
      ALPNProtocols: ['x-amzn-mqtt-ca', 'mqtt', 'x-amzn-http-ca', 'http/1.1'],
    },
    (socket) => {
      const protocol = socket.alpnProtocol
      const isMqtt = protocol === 'x-amzn-mqtt-ca' || protocol === 'mqtt'
      const isMutual = protocol === 'x-amzn-http-ca' || certificateFingerprint(socket) !== undefined
      const target = isMqtt ? mqtts : isMutual ? httpsMtls : https
      target.emit('secureConnection', socket)
    },
  )
  return onHandshakeFailure(server, onRefused)
}
