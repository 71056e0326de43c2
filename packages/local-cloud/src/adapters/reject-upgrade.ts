import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'

/** Answers an upgrade request with an HTTP error, and ends its connection. */
export function reject(socket: Duplex, status: number, reason: string): void {
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, 'Connection: close', 'Content-Type: text/plain', `Content-Length: ${Buffer.byteLength(reason)}`]
  socket.end(`${head.join('\r\n')}\r\n\r\n${reason}`)
}
