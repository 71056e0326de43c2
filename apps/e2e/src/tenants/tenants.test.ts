import {
  CognitoIdentityProviderClient, CreateGroupCommand, CreateUserPoolClientCommand, CreateUserPoolCommand, InitiateAuthCommand,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Route } from '@keg/flows/routes'
import type { RunningCloud } from '@keg/local-cloud'
import { admitPeople, callerOf, DEMO_PASSWORD, DEMO_PEOPLE, inWorkspace, outputsOf, type Caller, type DemoPerson } from '@keg/system'
import { decodeJwt, SignJWT, UnsecuredJWT } from 'jose'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { KEG_AT, SITES, startBrewery, type Site } from './brewery.ts'
import { openPageOf } from './page.ts'
import { askedRoutes, type Asked } from './route-rows.ts'
import { RETAINED, triedTopics, type Tried } from './topic-rows.ts'

// Every route and every topic, to read and to write, tried by each tenant about each site, on the deployed template: what comes of it is
// held to the law below, and is the table of the README.

const README = new URL('../../../command-api/README.md', import.meta.url)
const [BEGIN, END] = ['<!-- who may what: made by apps/e2e/src/tenants/tenants.test.ts -->', '<!-- end of who may what -->']

let cloud: RunningCloud
const callers = new Map<string, Caller>()
const rows: string[] = []
beforeAll(async () => {
  cloud = await startBrewery()
  for (const { username } of DEMO_PEOPLE) callers.set(username, callerOf(cloud, { username }))
}, 120_000)
afterAll(() => cloud.close())

const callerFor = ({ username }: DemoPerson): Caller => callers.get(username) ?? expect.fail(`There is no ${username}.`)
const sees = ({ role, sites }: DemoPerson, site: Site): boolean => role === 'brewer' || sites.includes(site)

/** The law of routes: with which status somebody is refused; `undefined` for who is let through. */
function refusalOf({ access }: Route, isOfSite: boolean, person: DemoPerson, site: Site): 403 | 404 | undefined {
  if (access.does === 'writes' && person.role === 'viewer') return 403
  if (access.of === 'fleet' && person.role !== 'brewer') return 403
  if (!isOfSite || sees(person, site)) return undefined
  return access.of === 'keg' ? 404 : 403
}

/** The law of topics. */
const mayTry = ({ of }: Tried, person: DemoPerson, site: Site): boolean =>
  (of === 'site' && sees(person, site)) || (of === 'brewers' && person.role === 'brewer')

/** What came of a row, for each person and site: one word where the site makes no difference. */
async function cellsOf(cell: (person: DemoPerson, site: Site) => Promise<string>): Promise<string[]> {
  const cells: string[] = []
  for (const person of DEMO_PEOPLE) {
    const [berlin, munich] = [await cell(person, 'berlin'), await cell(person, 'munich')]
    cells.push(berlin === munich ? berlin : `Berlin ${berlin}, Munich ${munich}`)
  }
  return cells
}

describe('a route', () => {
  it.each(askedRoutes)('$name', async ({ name, route, isOfSite, ask }: Asked) => {
    const cells = await cellsOf(async (person, site) => {
      const answer = await ask(callerFor(person), site)
      const text = await answer.text()
      const refusal = refusalOf(route, isOfSite, person, site)
      expect({ person: person.username, site, status: answer.status }).toEqual({
        person: person.username, site, status: refusal ?? expect.toSatisfy((status: number) => ![400, 401, 403, 500].includes(status)),
      })
      if (refusal === undefined) {
        for (const other of SITES.filter((each) => !sees(person, each))) expect(text).not.toMatch(new RegExp(`${other}|${KEG_AT[other]}`))
        return 'yes'
      }
      expect(JSON.parse(text)).toMatchObject({ type: `urn:problem-type:keg:${refusal === 404 ? 'not-found' : 'forbidden'}` })
      return `no (${refusal})`
    })
    rows.push(`| \`${name}\` | ${route.access.does} | ${cells.join(' | ')} |`)
  }, 60_000)
})

it('keeps what is at another site in the words for what there is not', async () => {
  const keeper = callers.get('keeper-berlin')
  const [foreign, none] = await Promise.all([KEG_AT.munich, 'keg-9'].map(async (kegId) =>
    (await (await keeper?.fetch(`/kegs/${kegId}`))?.text())?.replaceAll(kegId, 'X')))
  expect(foreign).toBe(none)
})

it.each([['brewer', ['gw-berlin', 'gw-munich']], ['keeper-munich', ['gw-munich']], ['viewer', ['gw-berlin']]])('%s sees the gateways %j', async (username, ids) => {
  await expect.poll(async () => {
    const answer = await callers.get(username)?.fetch('/gateways')
    const { items } = await answer?.json() as { items: { gatewayId: string; backlog: object }[] }
    return items.map(({ gatewayId, backlog }) => [gatewayId, backlog])
  }).toEqual(ids.map((gatewayId) => [gatewayId, { messages: 3, bytes: 700, maxBytes: 1_000 }]))
})

describe('a search', () => {
  const found = async (username: string, query: string) => {
    const answer = await callers.get(username)?.fetch(`/search?${new URLSearchParams({ query }).toString()}`)
    return { status: answer?.status, text: await answer?.text() ?? '' }
  }

  it.each<[string, string, string[]]>([
    ['brewer', '*', ['keg-1', 'keg-2']], ['keeper-berlin', '*', ['keg-1']], ['viewer', 'thingName:keg-2', []],
    ['keeper-munich', 'attributes.siteId:munich AND shadow.desired.targetCelsius:[1 TO 12]', ['keg-2']],
  ])('of %s for %s', async (username, query, kegIds) => {
    await expect.poll(async () => {
      const { items } = JSON.parse((await found(username, query)).text) as { items: { kegId: string; settings?: object }[] }
      return items.map(({ kegId, settings }) => [kegId, settings !== undefined])
    }).toEqual(kegIds.map((kegId) => [kegId, true]))
  })

  it.each([
    'x) OR (thingName:*', 'x OR thingName:*', '"a" OR attributes.siteId:munich', ') OR (*', '* OR (thingName:keg-2', 'NOT x', '-attributes.siteId:berlin',
    'a:[b" TO 5]) OR (thingName:* AND a:[b" TO 5]', 'a:[( TO 5]) OR (thingName:* AND b:[) TO 5]', 'x\\', '"', 'attributes.siteId:(berlin OR munich)',
  ])('for %s shows a keeper what is at his site alone', async (query) => {
    const { status, text } = await found('keeper-berlin', query)
    expect([200, 400]).toContain(status)
    expect(text).not.toMatch(/munich|keg-2/)
  })

  it.each(['attributes.siteId:', 'a:b:c', 'thingName:*g-1 thingName:*g-2', 'shadow.reported.x:[1 TO 2', 'a@b'])('for %s is refused, and says why', async (query) => {
    const { status, text } = await found('brewer', query)
    expect([status, JSON.parse(text)]).toEqual([400, expect.objectContaining({
      detail: expect.stringContaining('Invalid query'), errors: [{ pointer: '#/query/query', detail: expect.any(String) }],
    })])
  })

  it('goes on by its cursor, and by no other', async () => {
    const page = async (username: string, cursor: string) => {
      const answer = await callers.get(username)?.fetch(`/search?limit=1${cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`}`)
      return { status: answer?.status, body: await answer?.json() as { items: { kegId: string }[]; cursor?: string } }
    }
    const first = await page('brewer', '')
    expect(first.body.items).toMatchObject([{ kegId: 'keg-1' }])
    expect((await page('brewer', first.body.cursor ?? '')).body.items).toMatchObject([{ kegId: 'keg-2' }])
    for (const cursor of ['made-up', first.body.cursor ?? '', `munich.${first.body.cursor ?? ''}`])
      expect((await page('keeper-berlin', cursor)).status).toBe(400)
    expect((await page('brewer', 'made-up')).status).toBe(400)
  })
})

describe('a topic', () => {
  it.each(triedTopics)('$does $name', async (tried: Tried) => {
    const cells = await cellsOf(async (person, site) => {
      await using page = await openPageOf(cloud, callerFor(person))
      const may = await tried.try(page, site)
      expect({ person: person.username, site, may }).toEqual({ person: person.username, site, may: mayTry(tried, person, site) })
      return may ? 'yes' : 'no'
    })
    rows.push(`| \`${tried.name}\` | ${tried.does === 'publish' ? 'publishes' : 'subscribes'} | ${cells.join(' | ')} |`)
  }, 60_000)

  it('brings a page what is retained, and what is sent, at the sites of its person alone', async () => {
    for (const topic of RETAINED) await cloud.iot.publish(topic, Buffer.from('kept'), { qos: 1, retain: true })
    const cells = await cellsOf(async (person, site) => {
      await using page = await openPageOf(cloud, callerFor(person))
      // What is retained comes to who names its topic.
      for (const topicFilter of ['#', 'keg/#', ...SITES.map((each) => `keg/${each}/#`), ...RETAINED]) await page.subscribes(topicFilter)
      for (const each of SITES) await cloud.iot.publish(`keg/${each}/${KEG_AT[each]}/telemetry`, Buffer.from('{}'), { qos: 1 })
      const may = sees(person, site)
      const topicsAt = (each: Site) => ['alerts', 'telemetry'].map((kind) => `keg/${each}/${KEG_AT[each]}/${kind}`)
      const seen = SITES.filter((each) => sees(person, each)).flatMap(topicsAt)
      await expect.poll(() => seen.filter((topic) => !page.received.includes(topic))).toEqual([])
      expect(page.received.filter((topic) => !seen.includes(topic))).toEqual([])
      return may ? 'yes' : 'no'
    })
    rows.push(`| what is retained, or sent, at \`keg/{site}/\` | receives | ${cells.join(' | ')} |`)
  }, 60_000)
})

it('is the table of the README; else: KEG_WRITE=1 pnpm nx run e2e:test tenants', () => {
  const table = [
    `| what | does | ${DEMO_PEOPLE.map(({ username }) => `\`${username}\``).join(' | ')} |`, `| --- | --- | ${DEMO_PEOPLE.map(() => '---').join(' | ')} |`, ...rows,
  ].join('\n')
  const text = readFileSync(README, 'utf8')
  const [before = '', rest = ''] = text.split(BEGIN)
  const [now = '', after = ''] = rest.split(END)
  if (process.env['KEG_WRITE'] !== undefined) writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`)
  else expect(now.trim()).toBe(table)
})

describe('a token that is not taken', () => {
  const tokens = new Map<string, string>()
  beforeAll(async () => {
    const cognito = new CognitoIdentityProviderClient(cloud)
    const good = await callerFor(DEMO_PEOPLE[0] ?? expect.fail()).token()
    const claims = decodeJwt(good)
    const [head = '', body = '', signature = ''] = good.split('.')
    const keys = await (await fetch(`${outputsOf(cloud)['TokenIssuer']}/.well-known/jwks.json`)).json() as { keys: { kid: string; n: string }[] }
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string }
    const key = keys.keys.find((each) => each.kid === kid)
    const signIn = async (ClientId: string | undefined) => (await cognito.send(new InitiateAuthCommand({
      AuthFlow: 'USER_PASSWORD_AUTH', ClientId, AuthParameters: { USERNAME: 'brewer', PASSWORD: DEMO_PASSWORD },
    }))).AuthenticationResult
    const clientOf = async (UserPoolId: string | undefined) => (await cognito.send(new CreateUserPoolClientCommand({
      UserPoolId, ClientName: 'foreign', ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
    }))).UserPoolClient?.ClientId
    const { UserPool } = await cognito.send(new CreateUserPoolCommand({ PoolName: 'foreign' }))
    await cognito.send(new CreateGroupCommand({ UserPoolId: UserPool?.Id, GroupName: 'brewer' }))
    await admitPeople({ ...cloud, outputs: { Other: { UserPoolId: UserPool?.Id ?? '' } } }, DEMO_PEOPLE.slice(0, 1))
    const set = (name: string, token: string | undefined) => tokens.set(name, token ?? expect.fail(`There is no token: ${name}.`))
    set('one of alg none', new UnsecuredJWT(claims).encode())
    set('HS256 by the public key', await new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid }).sign(Buffer.from(key?.n ?? '', 'base64url')))
    set('claims that were changed', `${head}.${Buffer.from(JSON.stringify({ ...claims, username: 'x' })).toString('base64url')}.${signature}`)
    set('a signature that was cut off', `${head}.${body}.`)
    set('an ID token', (await signIn(outputsOf(cloud)['ProgramsClientId']))?.IdToken)
    set('one of another client of the pool', (await signIn(await clientOf(outputsOf(cloud)['UserPoolId'])))?.AccessToken)
    set('one of another pool', (await signIn(await clientOf(UserPool?.Id)))?.AccessToken)
    set('no token', 'brewer')
    cognito.destroy()
  }, 60_000)

  it.each([
    'one of alg none', 'HS256 by the public key', 'claims that were changed', 'a signature that was cut off', 'an ID token',
    'one of another client of the pool', 'one of another pool', 'no token',
  ])('%s: at the API, and by a page', async (name) => {
    const token = tokens.get(name) ?? expect.fail()
    const brewer = callerFor(DEMO_PEOPLE[0] ?? expect.fail())
    const answer = await brewer.fetch('/kegs', { headers: { authorization: `Bearer ${token}` } })
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('www-authenticate')])
      .toEqual([401, 'application/problem+json', 'Bearer'])
    expect(await answer.text()).not.toContain(token)
    await expect(openPageOf(cloud, brewer, { password: token })).rejects.toThrow(/[Nn]ot authorized/)
  })

  it('nor a client id of another person, or of a keg', async () => {
    const [brewer, keeper] = [callerFor(DEMO_PEOPLE[0] ?? expect.fail()), callerFor(DEMO_PEOPLE[1] ?? expect.fail())]
    const { sub } = decodeJwt(await brewer.token())
    for (const clientId of [`page-${sub}-1`, KEG_AT.berlin, 'page-'])
      await expect(openPageOf(cloud, keeper, { clientId })).rejects.toThrow(/[Nn]ot authorized/)
  })
})

describe('keg token', () => {
  const main = inWorkspace('packages/cli/src/main.ts')
  const keg = async (line: readonly string[], env: NodeJS.ProcessEnv, input = '') => {
    const child = spawn(process.execPath, ['--conditions=@keg/source', main, ...line], { env: { ...process.env, ...env } })
    child.stdin.end(input)
    const [out, err, [status]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
    return { status: status as number, out: out.trim(), err: err.trim() }
  }
  const token = (user: string, password: string) => keg(['token', '--user', user, '--endpoint', cloud.endpoint], {}, `${password}\n`)
  const list = (more: NodeJS.ProcessEnv) => keg(['quarantine', 'list', '--api', outputsOf(cloud)['ApiUrl'] ?? ''], more)

  it('signs somebody in, whom keg quarantine then asks the API for', async () => {
    const brewer = await token('brewer', DEMO_PASSWORD)
    expect(brewer).toMatchObject({ status: 0, err: '' })
    expect(await list({ KEG_TOKEN: brewer.out })).toMatchObject({ status: 0, out: expect.stringContaining('q-berlin') })
    const viewer = await token('viewer', DEMO_PASSWORD)
    expect(await list({ KEG_TOKEN: viewer.out })).toMatchObject({ status: 1, err: expect.stringContaining('for brewers') })
    expect(await list({ KEG_TOKEN: undefined })).toMatchObject({ status: 1, err: expect.stringContaining('keg token --user NAME') })
  }, 60_000)

  it.each<[string, string[], string, number, string]>([
    ['a wrong password', ['--user', 'brewer'], 'wrong\n', 1, 'Incorrect username or password.'],
    ['no password', ['--user', 'brewer'], '', 2, 'KEG_PASSWORD'],
    ['nobody', [], '', 2, '--user NAME'],
    ['a region without a client', ['--user', 'a', '--region', 'eu-central-1'], '', 2, '--client ID'],
  ])('says in a line why it takes not %s', async (_, line, input, status, why) => {
    const asked = line.includes('--region') ? line : [...line, '--endpoint', cloud.endpoint]
    expect(await keg(['token', ...asked], {}, input)).toEqual({ status, out: '', err: expect.stringMatching(new RegExp(`^.*${why}.*$`)) })
  }, 60_000)
})
