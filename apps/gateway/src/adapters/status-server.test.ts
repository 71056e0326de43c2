import { request as httpRequest, type OutgoingHttpHeaders } from 'node:http'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AdminDoor, MAX_BODY_BYTES, type AuditLine } from '../admin/admin-door.ts'
import { AdminToken } from '../admin/admin-token.ts'
import type { GatewayStatus } from '../status/gateway-status.ts'
import { serveStatus, type StatusServer } from './status-server.ts'

const TOKEN = 'a-token-of-the-bar-that-is-long-enough'
const counts = { pour: 0, alert: 0, reply: 0, reported: 0, summary: 0, telemetry: 0 }
const status: GatewayStatus = {
  siteId: 'berlin', gatewayId: 'gw-01', clockOffsetMs: 0, commands: [], sessions: {},
  line: { state: 'disconnected', reason: 'not started' },
  kegs: [{ kegId: 'keg-01', connected: false, desired: undefined, reported: undefined }],
  spool: { rows: counts, bytes: 0, maxBytes: 1, shed: counts, refused: counts, unsendable: { rows: 0 } },
  forwarder: {
    waiting: 0, inFlight: { batches: 0, messages: 0 }, batches: { sent: 0, resent: 0, acknowledged: 0 }, messagesAcknowledged: 0,
  },
}

let server: StatusServer
let audit: AuditLine[]
let done: unknown[]
let listening: boolean
let auditFails: boolean
let nowMs: number

async function start(guarded = true): Promise<void> {
  const acts = {
    knows: (kegId: string) => kegId === 'keg-01',
    command: async (...of: unknown[]) => (done.push(of), listening ? 'c-1' : undefined),
    wish: async (...of: unknown[]) => void done.push(of),
  }
  const append = (line: AuditLine) => {
    if (auditFails) throw new Error('the disk is full')
    audit.push(line)
  }
  server = await serveStatus({
    port: 0, status: () => status,
    door: guarded ? new AdminDoor({ token: new AdminToken(TOKEN), acts, audit: append, nowMs: () => nowMs }) : undefined,
  })
}
beforeEach(async () => {
  ;[audit, done, listening, auditFails, nowMs] = [[], [], true, false, 1_700_000_000_000]
  await start()
})
afterEach(() => server.close())

interface Sent {
  readonly method?: string
  readonly path?: string
  readonly headers?: OutgoingHttpHeaders
  readonly body?: string
}
/** Not `fetch`, which lets nobody say another Host. */
function send(
  { method = 'POST', path = '/commands', headers = {}, body }: Sent,
): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(new URL(path, server.url), { method, headers, agent: false }, (response) => {
      let text = ''
      response.setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
        .on('error', reject)
    })
    request.on('error', reject).end(body)
  })
}

const order = { kind: 'pour', volumeMl: 250 }
const good = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' }
const body = JSON.stringify({ kegId: 'keg-01', order })
const origin = () => server.url.slice(0, -1)

describe('who has the token', () => {
  it.each<[string, string, object, unknown]>([
    ['commands', '/commands', { kegId: 'keg-01', order }, ['keg-01', order, 60]],
    [
      'commands with a time', '/commands', { kegId: 'keg-01', order: { kind: 'reboot' }, expiresInSec: 5 },
      ['keg-01', { kind: 'reboot' }, 5],
    ],
    ['sets', '/settings', { kegId: 'keg-01', desired: { valve: 'open' } }, ['keg-01', { valve: 'open' }]],
  ])('%s, and it is written down', async (_, path, value, act) => {
    expect(
      (await send({ path, headers: { ...good, origin: origin(), 'sec-fetch-site': 'same-origin' }, body: JSON.stringify(value) })).status,
    ).toBe(202)
    expect(done).toEqual([act])
    expect(audit).toEqual([{
      at: '2023-11-14T22:13:20.000Z', who: expect.stringMatching(/^token [0-9a-f]{8}$/), what: expect.stringContaining('keg-01'),
      outcome: 'accepted',
    }])
    expect(JSON.stringify(audit)).not.toContain(TOKEN)
  })

  it('is told of a keg that has no session', async () => {
    listening = false
    expect(await send({ headers: good, body })).toMatchObject({ status: 409, text: expect.stringContaining('has to connect first') })
    expect(audit.map(({ outcome }) => outcome)).toEqual(['accepted', expect.stringMatching(/^failed/)])
  })

  it('does nothing that can not be written down', async () => {
    auditFails = true
    expect((await send({ headers: good, body })).status).toBe(503)
    expect(done).toEqual([])
  })
})

describe('an attack', () => {
  const attacks: [string, number, () => Sent][] = [
    ['no token', 401, () => ({ headers: { 'content-type': 'application/json' }, body })],
    ['a wrong token', 401, () => ({ headers: { ...good, authorization: `Bearer ${TOKEN.replace('a', 'b')}` }, body })],
    ['a part of the token', 401, () => ({ headers: { ...good, authorization: `Bearer ${TOKEN.slice(0, -1)}` }, body })],
    ['the token with more behind', 401, () => ({ headers: { ...good, authorization: `Bearer ${TOKEN}x` }, body })],
    ['an empty token', 401, () => ({ headers: { ...good, authorization: 'Bearer ' }, body })],
    ['the token as a password', 401, () => ({ headers: { ...good, authorization: `Basic ${btoa(`:${TOKEN}`)}` }, body })],
    ['the token in the address', 404, () => ({ path: `/commands?token=${TOKEN}`, method: 'GET' })],
    ['a page of another site', 403, () => ({ headers: { ...good, origin: 'https://evil.example' }, body })],
    ['a page of another port of this machine', 403, () => ({ headers: { ...good, origin: 'http://127.0.0.1:1' }, body })],
    ['a page without an origin to name', 403, () => ({ headers: { ...good, origin: 'null' }, body })],
    ['a browser that says that it is another site', 403, () => ({ headers: { ...good, 'sec-fetch-site': 'cross-site' }, body })],
    ['a name that was bound to this machine', 403, () => ({ headers: { ...good, host: 'evil.example' }, body })],
    ['a name bound to it, with its own page', 403, () => ({
      headers: { ...good, host: 'evil.example:80', origin: 'http://evil.example:80' }, body,
    })],
    ['a name that begins as this machine\'s', 403, () => ({ headers: { ...good, host: '127.0.0.1.evil.example' }, body })],
    ['a body that is too large', 413, () => ({ headers: good, body: body.padEnd(MAX_BODY_BYTES + 1) })],
    ['a body that is too large, in parts', 413, () => ({
      headers: { ...good, 'transfer-encoding': 'chunked' }, body: body.padEnd(MAX_BODY_BYTES * 4),
    })],
    ['a form', 415, () => ({ headers: { ...good, 'content-type': 'application/x-www-form-urlencoded' }, body: 'kegId=keg-01' })],
    ['text that a page may send unasked', 415, () => ({ headers: { ...good, 'content-type': 'text/plain' }, body })],
    ['GET with an effect', 405, () => ({ method: 'GET', headers: good, body })],
    ['GET of settings with an effect', 405, () => ({ path: '/settings', method: 'GET', headers: good })],
    ['DELETE', 405, () => ({ method: 'DELETE', headers: good })],
    ['POST to the status', 405, () => ({ path: '/', headers: good, body })],
    ['no JSON', 400, () => ({ headers: good, body: '{' })],
    ['an order that there is not', 400, () => ({ headers: good, body: JSON.stringify({ kegId: 'keg-01', order: { kind: 'explode' } }) })],
    ['more than is asked for', 400, () => ({
      headers: good, body: JSON.stringify({ kegId: 'keg-01', order, topic: '$aws/things/x/shadow/update' }),
    })],
    ['a keg\'s name that is a topic', 400, () => ({ headers: good, body: JSON.stringify({ kegId: '+/#', order }) })],
    ['a setting that is not for people', 400, () => ({
      path: '/settings', headers: good, body: JSON.stringify({ kegId: 'keg-01', desired: { siteId: 'munich' } }),
    })],
    ['no setting', 400, () => ({ path: '/settings', headers: good, body: JSON.stringify({ kegId: 'keg-01', desired: {} }) })],
    ['a keg of another gateway', 404, () => ({ headers: good, body: JSON.stringify({ kegId: 'keg-99', order }) })],
  ]
  it.each(attacks)('with %s is answered with %i and changes nothing', async (_, expected, attack) => {
    const answer = await send(attack())
    expect([answer.status, done]).toEqual([expected, []])
    expect(JSON.stringify([answer.text, audit])).not.toContain(TOKEN)
    expect(audit.every(({ outcome }) => outcome.startsWith('refused'))).toBe(true)
  })

  it('that goes on and on writes a line a second', async () => {
    for (let times = 0; times < 20; times++) await send({ body })
    expect(audit).toHaveLength(1)
    nowMs += 1_000
    await send({ body })
    expect(audit[1]).toMatchObject({ who: 'nobody', what: 'POST /commands', outcome: expect.stringContaining('20 such requests') })
  })

  it('finds no door where no token was given', async () => {
    await server.close()
    await start(false)
    const answers = await Promise.all(['/commands', '/settings', '/admin'].map((path) => send({ path, headers: good, body })))
    expect(answers.map((answer) => answer.status)).toEqual([405, 405, 405])
    const gets = await Promise.all(['/admin', '/admin.js', '/commands'].map((path) => send({ path, method: 'GET' })))
    expect(gets.map((answer) => answer.status)).toEqual([404, 404, 404])
    expect((await send({ path: '/', method: 'GET' })).text).not.toContain('Command a keg')
  })
})

it('has a page from which to command, whose script comes from here alone and which nobody frames', async () => {
  expect((await send({ path: '/', method: 'GET' })).text).toContain('href="/admin"')
  const page = await send({ path: '/admin', method: 'GET' })
  expect(page.headers['content-security-policy'])
    .toMatch(/^default-src 'none';.* script-src 'self'; connect-src 'self'; form-action 'none';.* frame-ancestors 'none'$/)
  expect(page.text).toContain('<option>keg-01</option>')
  expect(page.text).toContain('<script src="/admin.js">')
  const script = await send({ path: '/admin.js', method: 'GET' })
  expect(script.headers['content-type']).toBe('text/javascript')
  expect(() => new Function(script.text)).not.toThrow()
})
