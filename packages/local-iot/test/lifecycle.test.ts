import { execFile } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import mqtt from 'mqtt'
import { describe, expect, it } from 'vitest'
import { createLocalIot, type LocalIotLogEntry } from '../src/index.ts'
import { provision, startIot, until } from './start-iot.ts'

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('a local core', () => {
  it('leaves nothing behind: the process ends by itself, its folder is gone', async () => {
    const program = `
      import { createLocalIot } from ${JSON.stringify(new URL('../src/index.ts', import.meta.url).href)}
      const iot = await createLocalIot()
      await iot.close()
      console.log(JSON.stringify({ caFile: iot.caFile, resources: process.getActiveResourcesInfo().filter((name) => !/Pipe|TTY|FSReq/.test(name)) }))`
    const { stdout } = await promisify(execFile)(process.execPath, ['--conditions=@keg/source', '--input-type=module', '--eval', program])
    const { caFile, resources } = JSON.parse(stdout) as { caFile: string; resources: string[] }
    expect([resources, existsSync(dirname(caFile))]).toEqual([[], false])
  })
  it('tells its clients that it goes, and can be closed twice', async () => {
    const { iot, log } = await startIot()
    const thing = await provision(iot, 'keg-bye')
    const client = await mqtt.connectAsync(iot.endpoints.mqtts, {
      protocolVersion: 5, clientId: 'keg-bye', cert: thing.cert, key: thing.key, ca: thing.ca, reconnectPeriod: 0,
    })
    const goodbye = new Promise<{ reasonCode?: number }>((resolve) => client.once('disconnect', resolve))
    await Promise.all([iot.close(), iot.close()])
    expect((await goodbye).reasonCode).toBe(0x8b)
    expect(log.at(-1)).toMatchObject({ event: 'disconnected', reason: 'SERVER_INITIATED_DISCONNECT' })
    await expect(iot.publish('a', 'x')).rejects.toMatchObject({ code: 'CLOSED' })
    client.end(true)
  })
  it('cuts connections that never said anything', async () => {
    const iot = await createLocalIot()
    const { hostname, port } = new URL(iot.endpoints.mqtts)
    const socket = (await import('node:net')).connect({ host: hostname, port: Number(port) })
    await new Promise((resolve) => socket.once('connect', resolve))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.on('error', () => undefined).resume()
    await iot.close()
    await closed
  })
  it('waits for actions under way when it closes', async () => {
    const invoked = Promise.withResolvers<undefined>()
    const started = Promise.withResolvers<undefined>()
    const { iot } = await startIot({
      invokeFunction: () => {
        started.resolve(undefined)
        return invoked.promise
      },
    })
    await iot.call('CreateTopicRule', {
      ruleName: 'slow',
      topicRulePayload: {
        sql: "SELECT * FROM 'a'", actions: [{ lambda: { functionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f' } }],
      },
    })
    const published = iot.publish('a', '{}')
    await started.promise
    let closed = false
    const closing = iot.close().then(() => (closed = true))
    await new Promise((resolve) => setImmediate(resolve))
    expect(closed).toBe(false)
    invoked.resolve(undefined)
    await Promise.all([closing, published])
  })
})

describe('ports and files', () => {
  it('takes the port asked for, or a free one where it is taken', async () => {
    const blocker = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => blocker.once('listening', resolve))
    const { port: taken } = blocker.address() as AddressInfo
    await using iot = await createLocalIot({ ports: { mqtts: taken } })
    expect(Number(new URL(iot.endpoints.mqtts).port)).not.toBe(taken)
    await new Promise((resolve) => blocker.close(resolve))
    await using again = await createLocalIot({ ports: { mqtts: taken } })
    expect(Number(new URL(again.endpoints.mqtts).port)).toBe(taken)
  })
  it('keeps its CA in dataDir, the key for its owner only', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'keg-data-'))
    const authority = async () => {
      await using iot = await createLocalIot({ dataDir })
      return readFileSync(iot.caFile, 'utf8')
    }
    expect(await authority()).toBe(await authority())
    expect(mode(join(dataDir, 'ca-key.pem'))).toBe('600')
    rmSync(dataDir, { recursive: true })
  })
  it('says when it can not listen, and cleans up', async () => {
    await expect(createLocalIot({ host: '192.0.2.1' })).rejects.toMatchObject({ name: 'LocalIotError', code: 'LISTEN_FAILED' })
  })
  it('writes no secret into its log', async () => {
    const log: LocalIotLogEntry[] = []
    await using iot = await createLocalIot({ log: (entry) => log.push(entry), invokeFunction: () => Promise.reject(new Error('down')) })
    await iot.call('CreateAuthorizer', {
      authorizerName: 'a', authorizerFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f', status: 'ACTIVE',
      signingDisabled: true,
    })
    const client = mqtt.connect(iot.endpoints.ws, {
      username: '?x-amz-customauthorizer-name=a', password: 'TOP-SECRET', reconnectPeriod: 0,
    })
    client.on('error', () => undefined)
    await until(() => log.some(({ event }) => event === 'connect-refused'))
    client.end(true)
    expect(JSON.stringify(log)).not.toMatch(/TOP-SECRET/)
    expect(JSON.stringify(log)).not.toContain(iot.credentials.secretAccessKey)
  })
})
