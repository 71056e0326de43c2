import { AddThingToThingGroupCommand, CreateThingCommand, IoTClient } from '@aws-sdk/client-iot'
import { runAssembly, type RunningCloud } from '@keg/local-cloud'
import { assemblyDir, brewerOf, outputsOf, provision, type Caller, type ProvisionedKeg } from '@keg/system'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seen as seenSoon } from './away-keg.ts'

// What the API asks of AWS IoT itself, on the deployed template, its functions held to their roles: where kegs are, and what they may do.

const seen: typeof seenSoon = (look, isRight) => seenSoon(look, isRight, { interval: 200 })
let cloud: RunningCloud
let dir: string
let keg: ProvisionedKeg
let brewer: Caller
const output = (name: string) => outputsOf(cloud)[name] ?? ''
const get = async (path: string) => {
  const answer = await brewer.fetch(path)
  // What the API's own tests hold it to.
  const body = (await answer.json()) as { items: { policyName: string; document: object; principals: string[] }[] }
  return { status: answer.status, body }
}

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'keg-sites-'))
  cloud = await runAssembly(assemblyDir, { iam: 'enforce' })
  brewer = await brewerOf(cloud)
  const iot = new IoTClient(cloud)
  for (const [thingName, siteId] of [['k-2', 'berlin'], ['k-3', 'munich'], ['k-4', undefined], ['gw-1', 'berlin'], ['gw-2', 'hamburg']] as const) {
    await iot.send(new CreateThingCommand({ thingName, ...(siteId && { attributePayload: { attributes: { siteId } } }) }))
  }
  keg = await provision(cloud, { kegId: 'k-1', settings: { siteId: 'berlin', targetCelsius: 4 } }, {
    policyNames: output('KegPolicyNames').split(','), groupName: output('KegGroupName'), dir,
  })
  for (const thingName of ['k-2', 'k-3', 'k-4'])
    await iot.send(new AddThingToThingGroupCommand({ thingName, thingGroupName: output('KegGroupName') }))
  iot.destroy()
}, 120_000)
afterAll(async () => {
  await cloud?.close()
  await rm(dir, { recursive: true, force: true })
}, 30_000)

it('lists the sites that have kegs, and how many, whatever else stands there', async () => {
  await seen(() => get('/sites'), (it) => it.toEqual({
    status: 200, body: { items: [{ siteId: 'berlin', kegs: 2 }, { siteId: 'munich', kegs: 1 }] },
  }))
})

it('lists what is in effect for a keg over its certificate, and for one that has none, nothing', async () => {
  const { status, body: { items } } = await get('/kegs/k-1/policies')
  expect(status).toBe(200)
  expect(items.map(({ policyName, principals }) => [policyName, principals])).toEqual(
    output('KegPolicyNames').split(',').sort().map((name) => [name, [keg.certificateId]]),
  )
  for (const { document } of items) expect(document).toMatchObject({ Version: '2012-10-17', Statement: expect.any(Array) })
  expect(JSON.stringify(items)).toContain('${iot:Connection.Thing.ThingName}')
  expect(await get('/kegs/k-2/policies')).toEqual({ status: 200, body: { items: [] } })
  expect((await get('/kegs/k-9/policies')).status).toBe(404)
})
