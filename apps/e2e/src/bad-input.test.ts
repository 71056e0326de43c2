import { callerOf, listAll, openPage, outputsOf, pageOptions, provision, startSystem, type ProvisionedKeg, type System } from '@keg/system'
import { pour, type Pour } from '@keg/message-schemas/keg'
import { readFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { createServer } from 'node:net'
import mqtt, { type IClientOptions, type MqttClient } from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventually } from './eventually.ts'
import { selfSigned } from './self-signed.ts'

let system: System
let keg: ProvisionedKeg
const log: string[] = []
const siteId = 'berlin'

beforeAll(async () => {
  system = await startSystem({ kegs: 1, log: (line) => log.push(line) })
  const policyNames = [outputsOf(system.cloud)['KegPolicyName'] ?? '']
  keg = await provision(system.cloud, { kegId: 'keg-odd', settings: { siteId, targetCelsius: 4 } }, { policyNames, dir: system.dir })
}, 60_000)
afterAll(() => system?.close(), 30_000)

/** A plain MQTT 3.1.1 client, as a device without the SDK would use. */
const client = (options: { cert?: string | Buffer; key?: string | Buffer } = {}): MqttClient =>
  mqtt.connect(system.cloud.iot.endpoints.mqtts, {
    clientId: keg.kegId,
    ca: readFileSync(system.cloud.iot.caFile),
    reconnectPeriod: 0,
    protocolVersion: 4,
    ...options,
  })

/** What became of a connection: MQTT.js tells of one that was closed before CONNACK by `close` alone. */
const outcome = (connecting: MqttClient): Promise<'connected' | 'refused'> =>
  new Promise((resolve) => {
    connecting.once('connect', () => resolve('connected'))
    connecting.once('error', () => resolve('refused'))
    connecting.once('close', () => resolve('refused'))
  })

const goodPour = (pourId: string): Pour => ({
  v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, pourId, volumeMl: 321, totaliserMl: 321,
})

describe('a device that nobody let in', () => {
  it.each<[string, () => Promise<{ cert?: string; key?: string }>, RegExp]>([
    ['no certificate', async () => ({}), /sent no certificate/],
    ['a certificate of its own making', () => selfSigned(keg.kegId), /certificate .*not registered/i],
  ])('with %s is refused before MQTT begins, and one line of the log says why', async (_, options, why) => {
    const before = log.length
    expect(await outcome(client(await options()))).toBe('refused')
    await eventually(() => log.slice(before).find((line) => why.test(line)))
    expect(log.slice(before).filter((line) => line.includes('refused'))).toHaveLength(1)
  })
})

describe('a page of somebody who is signed in', () => {
  it.each<[string, IClientOptions, 'connected' | 'refused']>([
    ['may watch', {}, 'connected'],
    ['may not leave a session behind', { properties: { sessionExpiryInterval: 3_600 } }, 'refused'],
    ['may not leave a session behind with MQTT 3.1.1', { protocolVersion: 4, clean: false }, 'refused'],
    ['may not leave a Will', {
      will: { topic: `keg/${siteId}/keg-01/pours`, payload: Buffer.from('{}'), qos: 0, retain: false },
    }, 'refused'],
  ])('%s', async (_, options, expected) => {
    const page = openPage(system.url, { ...(await pageOptions(system)), ...options })
    expect(await outcome(page)).toBe(expected)
    await page.endAsync(true)
  })
})

describe('a pour that can not be counted', () => {
  it.each<[string, string | Buffer, RegExp]>([
    ['that is no JSON', 'half a po', /not JSON/],
    ['that is no text', Buffer.from([0xff, 0x00, 0xfe]), /UTF-8/],
    ['that is 128 KB of no JSON', 'half a pour, '.repeat(10_083).slice(0, 128 * 1024), /not JSON/],
    ['that misses a field', JSON.stringify({ ...goodPour('p-x'), volumeMl: undefined }), /volumeMl/],
  ])('%s is in quarantine with its reason and its bytes, and the next good one goes through', async (name, payload, reason) => {
    const device = client({ cert: readFileSync(keg.certificateFile), key: readFileSync(keg.privateKeyFile) })
    expect(await outcome(device)).toBe('connected')
    const topic = pour.topic.format({ siteId, kegId: keg.kegId })
    await device.publishAsync(topic, payload, { qos: 1 })
    const pourId = `after-${name.replaceAll(' ', '-')}`
    await device.publishAsync(topic, Buffer.from(pour.encode(goodPour(pourId))), { qos: 1 })
    await device.endAsync()
    const payloadBase64 = Buffer.from(payload).toString('base64')
    const entry = await eventually(() => find<{ payloadBase64: string }>('/quarantine', (found) => found.payloadBase64 === payloadBase64))
    expect(entry).toMatchObject({ reason: expect.stringMatching(reason), topic, clientId: keg.kegId })
    await eventually(() => find<{ pourId: string }>(`/kegs/${keg.kegId}/pours`, (found) => found.pourId === pourId))
  })
})

async function find<Item>(path: string, wanted: (item: Item) => boolean): Promise<Item | undefined> {
  for await (const item of listAll<Item>(system.api, path)) if (wanted(item)) return item
  return undefined
}

describe('the API', () => {
  const put = (kegId: string, body: unknown, headers: Record<string, string> = { 'if-match': '*' }) =>
    system.api.fetch(`/kegs/${kegId}/settings`, {
      method: 'PUT', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body),
    })

  it.each<[string, string, object, number, string, Record<string, string>?]>([
    ['a command to an unknown keg', 'keg-99', { targetCelsius: 4 }, 404, 'keg-99'],
    ['a target out of range', 'keg-01', { targetCelsius: 40 }, 400, 'targetCelsius'],
    ['a target that is none', 'keg-01', { targetCelsius: 'cold' }, 400, 'targetCelsius'],
    ['a body that is too large', 'keg-01', { targetCelsius: 4, text: 'x'.repeat(128 * 1024) }, 413, 'body-too-large'],
    ['a command for no version', 'keg-01', { targetCelsius: 4 }, 428, 'If-Match', {}],
    ['a command for a version that is not', 'keg-01', { targetCelsius: 4 }, 412, 'keg-01', { 'if-match': '"999999"' }],
  ])('answers %s with a problem', async (_, kegId, body, status, named, headers) => {
    const answer = await put(kegId, body, headers)
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(JSON.stringify(await answer.json())).toContain(named)
  })

  it('is not there for a page of another origin that rebinds its name', async () => {
    const { hostname, port } = new URL(system.url)
    const status = await new Promise((resolve, reject) =>
      request({ hostname, port, path: '/api/kegs', headers: { host: 'evil.example' } }, (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end(),
    )
    expect(status).toBe(403)
  })
})

it('takes the next free port when the wished one is taken', async () => {
  const taken = createServer()
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
  const address = taken.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const second = await startSystem({ kegs: 0, port })
  try {
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
  } finally {
    await second.close()
    taken.close()
  }
}, 60_000)

describe('what this machine alone knows', () => {
  const why = (body: object, username = 'brewer') => callerOf(system.cloud, { apiUrl: system.url.replace(/\/$/, ''), username })
    .fetch('/local/why', { method: 'POST', body: JSON.stringify(body) })
  const base64 = (text: string) => Buffer.from(text).toString('base64')

  it('is where the configuration of the page says', async () => {
    const answer = await fetch(`${system.url}config.json`)
    expect(await answer.json()).toMatchObject({
      apiUrl: '/api', mqttUrl: '/mqtt', authorizerName: 'keg-dev-live',
      local: { why: '/local/why', bill: '/local/bill', refusals: '/local/refusals' },
    })
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect((await fetch(`${system.url}config.json`, { method: 'HEAD' })).status).toBe(200)
  })

  it('says why a rule does what it does with a message, which nobody gets', async () => {
    const heard: string[] = []
    const end = system.cloud.iot.subscribe('keg/#', ({ topic, payload }) => void (String(payload) === 'beer' && heard.push(topic)))
    const report = await (await why({ topic: `keg/${siteId}/keg-01/pours`, payloadBase64: base64('beer'), clientId: 'keg-01' })).json()
    end()
    expect(report).toMatchObject({
      published: false, rules: expect.arrayContaining([expect.objectContaining({ ruleName: 'keg_dev_pours', verdict: 'matched' })]),
    })
    expect(heard).toEqual([])
  })

  it('says what AWS would bill', async () => {
    const { usage, usd } = await (await callerOf(system.cloud, { apiUrl: system.url.replace(/\/$/, '') }).fetch('/local/bill'))
      .json() as { usage: { messages: number }; usd: number }
    expect(usage.messages).toBeGreaterThan(0)
    expect(usd).toBeGreaterThan(0)
  })

  it('says what was refused lately', async () => {
    const { refusals } = await (await callerOf(system.cloud, { apiUrl: system.url.replace(/\/$/, '') }).fetch('/local/refusals')).json() as {
      refusals: readonly { atMs: number; event: string; message: string }[]
    }
    expect(refusals).toContainEqual(expect.objectContaining({ level: 'warn', message: expect.stringMatching(/sent no certificate/) }))
    expect(refusals.map(({ atMs }) => atMs)).toEqual(refusals.map(({ atMs }) => atMs).toSorted((one, other) => other - one))
  })

  it.each<[string, object, string, number]>([
    ['a topic with a wildcard', { topic: 'keg/#', payloadBase64: '' }, 'brewer', 400],
    ['a payload that is no base64', { topic: 'a', payloadBase64: 'ö' }, 'brewer', 400],
    ['a wish to publish it', { topic: 'a', payloadBase64: '', dryRun: false }, 'brewer', 400],
    ['a keeper', { topic: 'a', payloadBase64: '' }, 'keeper-berlin', 403],
    ['a viewer', { topic: 'a', payloadBase64: '' }, 'viewer', 403],
  ])('refuses %s', async (_, body, username, status) => {
    const answer = await why(body, username)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
  })

  it('refuses who has no token, or a made-up one, and pages of other origins', async () => {
    for (const path of ['local/bill', 'local/refusals']) {
      for (const [headers, status] of [
        [{}, 401], [{ authorization: 'Bearer x' }, 401], [{ authorization: 'Bearer x', origin: 'http://127.0.0.1:1' }, 403],
      ] as const)
        expect((await fetch(`${system.url}${path}`, { headers })).status).toBe(status)
      expect((await fetch(`${system.url}${path}`, { method: 'POST' })).status).toBe(405)
    }
  })
})

describe('the origin of the page', () => {
  const ask = (path: string, headers: Record<string, string>, method = 'GET') => {
    const { hostname, port } = new URL(system.url)
    return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders }>((resolve, reject) =>
      request({ hostname, port, path, method, headers }, (answer) =>
        resolve({ status: answer.resume().statusCode, headers: answer.headers }))
        .on('error', reject)
        .end())
  }
  const opened = (path: string, headers: Record<string, string> = {}) => {
    const upgrade = {
      connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
      'sec-websocket-protocol': 'mqtt',
    }
    const { hostname, port } = new URL(system.url)
    return new Promise<number | undefined>((resolve, reject) => {
      const asking = request({ hostname, port, path, headers: { ...upgrade, ...headers } }, (answer) => resolve(answer.resume().statusCode))
      asking.on('upgrade', (answer, socket) => {
        socket.destroy()
        resolve(answer.statusCode)
      })
      asking.on('error', reject).end()
    })
  }

  it.each(['//', '//[', '/\\', '/%', '/mqttx'])('answers a WebSocket at %s, and lives on', async (path) => {
    expect(await opened(path)).toBeGreaterThanOrEqual(400)
    expect((await ask('/', {})).status).toBe(200)
  })

  it.each<[string, Record<string, string>, number, number]>([
    ['its own page', { origin: '=', 'sec-fetch-site': 'same-origin' }, 401, 101],
    ['a program', {}, 401, 101],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403, 101],
    ['a page of another site', { origin: 'https://evil.example' }, 403, 403],
    ['a sandboxed page', { origin: 'null' }, 403, 403],
    ['a picture of another site', { 'sec-fetch-site': 'cross-site' }, 403, 403],
    ['a name that leads here', { host: 'evil.example' }, 403, 403],
  ])('to %s: API and MQTT', async (_, given, api, socket) => {
    const headers = given['origin'] === '=' ? { ...given, origin: new URL(system.url).origin } : given
    expect((await ask('/api/kegs', headers)).status).toBe(api)
    expect((await ask('/api/quarantine/q-1/replay', headers, 'POST')).status).toBe(api)
    expect(await opened('/mqtt', headers)).toBe(socket)
  })

  it('lets nobody frame its page, or load what is not its own', async () => {
    const { headers } = await ask('/', {})
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    })
    expect(headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('shows nobody what the page was built of', async () => {
    for (const path of ['/.vite/manifest.json', '/assets/', '/nothing']) expect([path, (await ask(path, {})).status]).toEqual([path, 403])
  })

  it('takes no endless body', async () => {
    const answer = await system.api.fetch('/quarantine/q-1/replay', { method: 'POST', body: new Uint8Array(11 * 1024 * 1024) })
    expect(answer.status).toBe(413)
  })
})
