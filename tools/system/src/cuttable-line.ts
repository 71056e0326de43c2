import { connect, createServer, type AddressInfo, type Socket } from 'node:net'

/** A TCP line to a port of this machine that can be cut. */
export interface CuttableLine {
  readonly port: number
  /** Ends every connection and lets none in; or lets them in again. */
  setConnected(connected: boolean): void
  close(): Promise<void>
}

/** Lays a line to a port. */
export async function layLine(toPort: number): Promise<CuttableLine> {
  const sockets = new Set<Socket>()
  let open = true
  const keep = (socket: Socket) => {
    sockets.add(socket)
    socket.setNoDelay()
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (!open) return void near.destroy()
    const far = connect(toPort, '127.0.0.1')
    keep(far)
    near.pipe(far).pipe(near)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  const cut = () => {
    for (const socket of sockets) socket.destroy()
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    // A TCP server has an address of this kind.
    port: (server.address() as AddressInfo).port,
    setConnected(connected) {
      open = connected
      if (!connected) cut()
    },
    close() {
      cut()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
