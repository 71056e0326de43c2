import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { runVerb } from './in-process.ts'

// An API of two pages, and the page of the cloud that has it.
const entryOf = (quarantineId: string, flow: string, more: object = {}) => ({
  quarantineId, flow, reason: 'the payload is not JSON', topic: 'keg/berlin/k-1/pours', clientId: 'k-1', receivedAtMs: 1_790_000_000_000,
  payloadBase64: Buffer.from('half a po\u001b[2J').toString('base64'), ...more,
})
const [first, second, third] = [
  entryOf('q-1', 'pours', { volumeMl: 300 }), entryOf('q-2', 'batch', { batchTopic: 'berlin/gw-1' }), entryOf('q-3', 'state'),
] as const
const done = entryOf('q-0', 'pours', { state: 'replayed', replayedAtMs: 1_790_000_500_000, bookedAs: 'k-1/p-1', payloadBase64: '/w==' })
const problem = (status: number, detail: string) => ({ status, body: { type: 'about:blank', title: 'Problem', status, detail } })
const asked: string[] = []
const outputs: Record<string, Record<string, string>> = {}
const answers: Readonly<Record<string, { readonly status?: number; readonly body: object }>> = {
  'GET /api/quarantine?limit=100': { body: { items: [first, second], cursor: 'more' } },
  'GET /api/quarantine?limit=100&cursor=more': { body: { items: [third] } },
  'GET /empty/quarantine?limit=100': { body: { items: [] } },
  'GET /api/quarantine/q-0': { body: done },
  'GET /api/quarantine/q-1': { body: first },
  'POST /api/quarantine/q-1/replay': { status: 202, body: { quarantineId: 'q-1', flow: 'pours', replayedAtMs: 1 } },
  'POST /api/quarantine/q-2/replay': problem(409, 'There is no flow batch'),
  'POST /api/quarantine/q-3/replay': { status: 202, body: { quarantineId: 'q-3', flow: 'state', replayedAtMs: 1 } },
  'GET /__keg/state': { body: { outputs } },
}
const server = createServer(({ method, url = '' }, response) => {
  asked.push(`${method} ${url}`)
  const { status = 200, body } = answers[`${method} ${url}`] ?? problem(404, 'The quarantine has no such entry.')
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})

let origin: string
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an address of this kind.
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  outputs['Keg-dev-Api'] = { ApiUrl: `${origin}/api` }
})
beforeEach(() => void (asked.length = 0))
afterAll(() => server.close())

const quarantine = (...line: string[]) => runVerb('quarantine', ...line, '--api', `${origin}/api`)
const posted = () => asked.filter((line) => line.startsWith('POST')).map((line) => line.split('/')[3])

it('lists what there is, to the last page, a line each', async () => {
  const { code, out } = await quarantine('list')
  expect(code).toBe(0)
  expect(out.split('\n')).toEqual([
    'q-1  2026-09-21T14:13:20.000Z  pours  keg/berlin/k-1/pours  300 ml  the payload is not JSON',
    'q-2  2026-09-21T14:13:20.000Z  batch  keg/berlin/k-1/pours  the payload is not JSON',
    'q-3  2026-09-21T14:13:20.000Z  state  keg/berlin/k-1/pours  the payload is not JSON',
  ])
})

it('prints JSON, of one flow alone where it is named', async () => {
  expect((await quarantine('list', '--json')).out.split('\n').map((line) => JSON.parse(line))).toEqual([first, second, third])
  expect(JSON.parse((await quarantine('list', '--json', '--flow', 'state')).out)).toEqual(third)
  expect(JSON.parse((await quarantine('show', 'q-0', '--json')).out)).toEqual(done)
})

it('shows an entry with its bytes, none of which moves the cursor', async () => {
  expect((await quarantine('show', 'q-1')).out)
    .toMatch(/^entry {6}q-1\nflow {7}pours\nstate {6}open\n(?:.*\n)*payload {4}half a po\\u001b\[2J$/)
  expect((await quarantine('show', 'q-0')).out).toMatch(
    /state {6}replayed\n(?:.*\n)*replayed {3}2026-09-21T14:21:40.000Z\nbooked as {2}k-1\/p-1\npayload {4}\/w== \(base64: no text\)$/,
  )
})

it.each<[string, string[], string[], number]>([
  ['one', ['q-1'], ['q-1'], 0],
  ['all, and goes on after one that is refused', ['--all'], ['q-1', 'q-2', 'q-3'], 1],
  ['all of one flow', ['--all', '--flow', 'state'], ['q-3'], 0],
])('replays %s', async (_, line, ids, code) => {
  const answer = await quarantine('replay', ...line)
  expect([posted(), answer.code]).toEqual([ids, code])
  expect(answer.err).toBe(code === 0 ? '' : 'There is no flow batch')
  expect(answer.out.split('\n')).toHaveLength(ids.length - code)
})

it('finds the API of a cloud by its output', async () => {
  expect(await runVerb('quarantine', 'replay', 'q-1', '--endpoint', origin)).toEqual({ code: 0, out: 'q-1 goes to pours again', err: '' })
})

it.each<[string, string[], number, RegExp]>([
  ['an entry that there is not', ['show', 'q-9'], 1, /^The quarantine has no such entry\.$/],
  ['a verb that there is not', ['drop', 'q-1'], 2, /^There is no "keg quarantine drop"/],
  ['neither an entry nor --all', ['replay'], 2, /^Usage: /],
  ['an entry and --all', ['replay', 'q-1', '--all'], 2, /^Usage: /],
  ['--flow for one entry', ['replay', 'q-1', '--flow', 'pours'], 2, /^--flow is for/],
  ['--all for a list', ['list', '--all'], 2, /^--all is for replay/],
])('says what is wrong with %s', async (_, line, code, message) => {
  expect(await quarantine(...line)).toMatchObject({ code, err: expect.stringMatching(message) })
})

it.each<[string, () => string[], number, RegExp]>([
  ['no API', () => ['--api', 'ftp://a'], 2, /^--api takes a URL/],
  ['an API and a core', () => ['--api', origin, '--core', 'a'], 2, /without --core/],
  ['where nobody answers', () => ['--api', 'http://127.0.0.1:1'], 1, /^No API answers at http:\/\/127\.0\.0\.1:1;/],
  ['where no cloud answers', () => ['--endpoint', 'http://127.0.0.1:1'], 2, /^No cloud answers/],
  ['where something else answers', () => ['--api', `${origin}/__keg/state?`], 1, /no such entry|answered 404/],
])('says so for %s', async (_, line, code, message) => {
  expect(await runVerb('quarantine', 'list', ...line())).toMatchObject({ code, err: expect.stringMatching(message) })
})

it('says that nothing is there', async () => {
  expect(await runVerb('quarantine', 'list', '--api', `${origin}/empty/`)).toEqual({ code: 0, out: '', err: 'Nothing is in quarantine.' })
})
