import { createServer, type AddressInfo, type Server } from 'node:net'
import { expect, it } from 'vitest'
import { listenOnFree } from './free-port.ts'

const start = (port: number, listening: () => void): Server => createServer().listen(port, '127.0.0.1', listening)
const portOf = (server: Server) => (server.address() as AddressInfo).port

it('takes the next port when the first is taken', async () => {
  const first = await listenOnFree(0, start)
  const second = await listenOnFree(portOf(first), start)
  expect(portOf(second)).toBeGreaterThan(portOf(first))
  first.close()
  second.close()
})

it('gives up on anything but a taken port', async () => {
  await expect(listenOnFree(0, (_, listening) => createServer().listen({ port: 0, host: '192.0.2.1' }, listening)))
    .rejects.toThrow('EADDRNOTAVAIL')
})
