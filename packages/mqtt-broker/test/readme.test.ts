import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import mqtt, { type IClientOptions } from 'mqtt'
import { beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../', import.meta.url))
// Inside the package, so that its own name and its development dependencies are found.
const folder = `${root}.test-results/readme/`
const snippets = [...readFileSync(`${root}README.md`, 'utf8').matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => code ?? '')
const PORT = '1883'

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
})

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  // A server that listens on a port has this address.
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Runs the snippet that says `mark`, on a port of its own; answers its URL, and what it prints line by line. */
async function run(mark: string) {
  const code = snippets.find((text) => text.includes(mark)) ?? ''
  const port = String(await freePort())
  const cwd = `${folder}${port}/`
  mkdirSync(cwd)
  writeFileSync(`${cwd}snippet.ts`, code.replaceAll(PORT, port))
  const start = async () => {
    const child = spawn(process.execPath, ['--conditions=@keg/source', '--disable-warning=ExperimentalWarning', 'snippet.ts'], {
      cwd, stdio: ['ignore', 'pipe', 'ignore'],
    })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const nextLine = async () => String((await lines.next()).value)
    const url = await nextLine()
    const kill = async () => {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
    }
    return { url, nextLine, kill }
  }
  return { cwd, start }
}

const connect = (url: string, options: IClientOptions = {}) => mqtt.connectAsync(url, { reconnectPeriod: 0, ...options })

it('has snippets that compile', async () => {
  expect(snippets.length).toBeGreaterThan(5)
  mkdirSync(`${folder}all`)
  for (const [index, code] of snippets.entries()) writeFileSync(`${folder}all/snippet-${index + 1}.ts`, code)
  writeFileSync(`${folder}all/tsconfig.json`, JSON.stringify({ extends: '../../../tsconfig.json', include: ['*.ts'] }))
  const tsc = fileURLToPath(new URL('../../../node_modules/.bin/tsc', import.meta.url))
  const options = ['--noEmit', '--checkers', '1', '-p', `${folder}all`]
  const { stdout } = await promisify(execFile)(tsc, options).catch((error: { stdout: string }) => error)
  expect(stdout).toBe('')
})

it('has a broker in fifteen lines', async () => {
  expect(snippets[0]?.trim().split('\n').filter((line) => line !== '').length).toBeLessThanOrEqual(15)
  const { start } = await run('kegs/menu')
  const { url, nextLine, kill } = await start()
  const client = await connect(url, { protocolVersion: 5 })
  const menu = new Promise((resolve) => client.once('message', (_topic, payload) => resolve(String(payload))))
  await client.subscribeAsync('kegs/menu')
  expect(await menu).toBe('Helles')
  await client.publishAsync('kegs/k-1/pours', '300', { qos: 1 })
  expect(await nextLine()).toBe('kegs/k-1/pours 300')
  await client.endAsync(true)
  await kill()
})

it('has one over WebSocket', async () => {
  const { start } = await run('createWebSocketUpgrades')
  const { url, kill } = await start()
  const client = await connect(url)
  const got = new Promise((resolve) => client.once('message', (_topic, payload) => resolve(String(payload))))
  await client.subscribeAsync('a')
  await client.publishAsync('a', 'x')
  expect(await got).toBe('x')
  await client.endAsync(true)
  await kill()
})

it('has one that knows its clients, and writes down what they say before it acknowledges', async () => {
  const { cwd, start } = await run('ownTopics')
  const { url, kill } = await start()
  await expect(connect(url, { clientId: 'keg-1', username: 'keg-1', password: 'geheim' })).rejects.toThrow(/Bad username or password/)
  const client = await connect(url, { clientId: 'keg-1', username: 'keg-1', password: 'secret' })
  await client.publishAsync('kegs/keg-1/pours', '300', { qos: 1 })
  expect(readFileSync(`${cwd}messages.log`, 'utf8')).toBe('kegs/keg-1/pours 300\n')
  await expect(client.subscribeAsync('kegs/keg-2/pours')).rejects.toThrow(/Unspecified error/)
  await client.endAsync(true)
  await kill()
})

it('has one that keeps what waits over a kill', async () => {
  const { start } = await run('StoredMap')
  const first = await start()
  const session = { clientId: 'away', clean: false } as const
  const away = await connect(first.url, session)
  await away.subscribeAsync('kegs/#', { qos: 1 })
  await away.endAsync(true)
  const writer = await connect(first.url)
  for (const [topic, retain] of [['kegs/menu', true], ['kegs/k-1/pours', false]] as const)
    await writer.publishAsync(topic, 'x'.repeat(2000), { qos: 1, retain })
  await first.kill()
  const second = await start()
  const back = mqtt.connect(second.url, { ...session, reconnectPeriod: 0 })
  const topics: string[] = []
  await new Promise<void>((resolve) => back.on('message', (topic) => topics.push(topic) === 2 && resolve()))
  expect(topics).toEqual(['kegs/menu', 'kegs/k-1/pours'])
  await back.endAsync(true)
  await writer.endAsync(true)
  await second.kill()
})
