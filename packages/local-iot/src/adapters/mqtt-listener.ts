import type { ConnectionInfo } from '@keg/mqtt-broker'
import { createServer, type Server, type Socket } from 'node:net'
import { endsOf } from './mqtts-listener.ts'

/** MQTT over plain TCP, which AWS does not have: for a permissive core alone. */
export function createMqttListener(onConnection: (socket: Socket, info: ConnectionInfo) => void): Server {
  return createServer((socket) => {
    socket.on('error', () => socket.destroy())
    socket.setNoDelay(true)
    onConnection(socket, { transport: 'mqtt', ...endsOf(socket) })
  })
}
