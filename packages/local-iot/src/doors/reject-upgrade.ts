import type { Duplex } from 'node:stream'

// An `import` of node:http reads all its members, among them one that loads the whole of fetch: 45 ms of every start.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/**
 * Answers an upgrade request with an HTTP error, and ends its connection.
 *
 * @example
 * import { createServer } from 'node:http'
 *
 * createServer().on('upgrade', (_, socket) => rejectUpgrade(socket, 403, 'Pages of other origins are not let in.'))
 */
export function rejectUpgrade(socket: Duplex, status: number, reason: string): void {
  socket.on('error', () => socket.destroy())
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Type: text/plain',
    `Content-Length: ${Buffer.byteLength(reason)}`,
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${reason}`)
}
