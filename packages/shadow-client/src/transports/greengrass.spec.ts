import deviceSdk from 'aws-iot-device-sdk-v2'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { createShadowClient } from '../index.ts'
import { eventually } from '../testing/eventually.ts'
import { createNucleus } from '../testing/nucleus.ts'
import { transportSuite } from '../testing/transport-suite.ts'
import { type GreengrassTransport, greengrassTransport } from './greengrass.ts'

const TOKEN = 'svcuid'

async function start() {
  const folder = mkdtempSync(join(tmpdir(), 'ipc-'))
  const nucleus = createNucleus(TOKEN)
  const sockets = await Promise.all(['a', 'b'].map((name) => nucleus.listen(join(folder, name))))
  const connect = (name: 'a' | 'b', token = TOKEN) => {
    // The SDK reads them when a client is made.
    vi.stubEnv('AWS_GG_NUCLEUS_DOMAIN_SOCKET_FILEPATH_FOR_COMPONENT', join(folder, name))
    vi.stubEnv('SVCUID', token)
    return deviceSdk.greengrasscoreipc.createClient()
  }
  const close = async () => {
    for (const socket of sockets) await socket.close()
    rmSync(folder, { recursive: true, force: true })
    vi.unstubAllEnvs()
  }
  return { sockets, connect, close }
}
async function connected(transport: GreengrassTransport): Promise<GreengrassTransport> {
  let now = false
  const stop = transport.onConnection?.((it) => void (now = it))
  await eventually(() => now, 'the transport is connected')
  stop?.()
  return transport
}

const skip = [{ case: 'tells of other refusals', reason: 'the shadow manager has InvalidArgumentsError for everything, and no status' }]
transportSuite(
  'Greengrass IPC',
  async () => {
    const { sockets, connect, close } = await start()
    const device = await connected(greengrassTransport(() => connect('a'), { retryDelayMs: () => 1 }))
    const app = await connected(greengrassTransport(() => connect('b')))
    return {
      thingName: 'keg-1',
      device,
      app,
      setConnected: (now) => sockets[0]?.setConnected(now),
      async close() {
        await Promise.all([device.close(), app.close()])
        await close()
      },
    }
  },
  { skip },
)

describe('Greengrass IPC', () => {
  it('has the shadow manager’s word for what it refuses', async () => {
    const { connect, close } = await start()
    const transport = await connected(greengrassTransport(() => connect('a')))
    const client = createShadowClient({ thingName: 'keg-1', transport })
    await expect(client.report({ text: 'x'.repeat(9000) })).rejects.toMatchObject({ code: 'REJECTED', status: 400 })
    await client.close()
    await transport.close()
    await close()
  })
  it('is not let in with a wrong token, and ends all the same', async () => {
    const { connect, close } = await start()
    let tries = 0
    const transport = greengrassTransport(() => connect('a', `wrong-${(tries += 1)}`), { retryDelayMs: () => 1 })
    const client = createShadowClient({ thingName: 'keg-1', transport })
    await expect(client.get()).rejects.toMatchObject({ code: 'DISCONNECTED' })
    await eventually(() => tries > 2, 'it tried again')
    await client.close()
    await transport.close()
    await close()
  })
})
