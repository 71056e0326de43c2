import type { AddressInfo, Server, Socket } from 'node:net'
import { LocalIotError } from '../errors/local-iot-error.ts'

/** Listens on the port asked for or, where it is taken, on a free one; answers the port. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    return await tryPort(server, host, port)
  } catch (error) {
    if (port !== 0 && (error as NodeJS.ErrnoException).code === 'EADDRINUSE') return tryPort(server, host, 0)
    throw new LocalIotError('LISTEN_FAILED', `Can not listen on ${host}:${port}: ${String(error)}`, { cause: error })
  }
}

function tryPort(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      // A TCP server that listens has an address with a port.
      resolve((server.address() as AddressInfo).port)
    })
  })
}

/** What closes a server: no further connection, and those still open are cut. */
export function closerOf(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
}
