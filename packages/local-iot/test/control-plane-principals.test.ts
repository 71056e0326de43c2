import {
  AttachThingPrincipalCommand, CreateKeysAndCertificateCommand, CreateThingCommand, DetachThingPrincipalCommand, ListPrincipalThingsCommand,
  ListPrincipalThingsV2Command, ListThingPrincipalsCommand, ListThingPrincipalsV2Command, type IoTClient, type ThingPrincipalType,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing } from './error-of.ts'
import { startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
let [shared, own] = ['', '']
beforeAll(async () => {
  started = await startIot()
  control = started.control
  for (const thingName of ['keg-1', 'keg-2', 'keg-3']) await control.send(new CreateThingCommand({ thingName }))
  const certificate = async () => (await control.send(new CreateKeysAndCertificateCommand({}))).certificateArn ?? ''
  shared = await certificate()
  own = await certificate()
})
afterAll(() => started[Symbol.asyncDispose]())

const attach = (thingName: string, principal: string, thingPrincipalType?: ThingPrincipalType) =>
  control.send(new AttachThingPrincipalCommand({ thingName, principal, thingPrincipalType }))
const things = async (principal: string, thingPrincipalType?: ThingPrincipalType) =>
  (await control.send(new ListPrincipalThingsV2Command({ principal, thingPrincipalType }))).principalThingObjects
const plain = (thingName: string) => ({ thingName, thingPrincipalType: 'NON_EXCLUSIVE_THING' })

describe('things and their principals', () => {
  it('belong to several of each other', async () => {
    await attach('keg-1', shared)
    await attach('keg-2', shared, 'NON_EXCLUSIVE_THING')
    expect(await things(shared)).toEqual([plain('keg-1'), plain('keg-2')])
    const page = await control.send(new ListPrincipalThingsCommand({ principal: shared, maxResults: 1 }))
    expect(page.things).toEqual(['keg-1'])
    expect((await control.send(new ListPrincipalThingsCommand({ principal: shared, nextToken: page.nextToken }))).things).toEqual(['keg-2'])
  })
  it('are exclusive when nothing else is attached to the principal', async () => {
    expect(await errorOf(attach('keg-3', shared, 'EXCLUSIVE_THING'))).toMatchObject(invalid)
    await attach('keg-3', own, 'EXCLUSIVE_THING')
    await attach('keg-3', own, 'EXCLUSIVE_THING')
    expect(await errorOf(attach('keg-1', own))).toMatchObject(invalid)
    expect(await things(own)).toEqual([{ thingName: 'keg-3', thingPrincipalType: 'EXCLUSIVE_THING' }])
    expect(await things(own, 'NON_EXCLUSIVE_THING')).toEqual([])
    expect(await errorOf(attach('keg-3', own, 'MINE' as 'EXCLUSIVE_THING'))).toMatchObject(invalid)
  })
  it('are listed by thing', async () => {
    await attach('keg-3', shared)
    const list = async (thingPrincipalType?: ThingPrincipalType) =>
      (await control.send(new ListThingPrincipalsV2Command({ thingName: 'keg-3', thingPrincipalType }))).thingPrincipalObjects
    expect(await list()).toEqual(expect.arrayContaining([
      { principal: own, thingPrincipalType: 'EXCLUSIVE_THING' }, { principal: shared, thingPrincipalType: 'NON_EXCLUSIVE_THING' },
    ]))
    expect(await list('EXCLUSIVE_THING')).toEqual([{ principal: own, thingPrincipalType: 'EXCLUSIVE_THING' }])
    expect((await control.send(new ListThingPrincipalsCommand({ thingName: 'keg-3' }))).principals?.toSorted())
      .toEqual([own, shared].toSorted())
  })
  it('are detached', async () => {
    await control.send(new DetachThingPrincipalCommand({ thingName: 'keg-3', principal: own }))
    expect(await errorOf(control.send(new DetachThingPrincipalCommand({ thingName: 'keg-3', principal: own })))).toMatchObject(missing)
    expect(await things(own)).toEqual([])
    await attach('keg-1', own)
    expect(await things(own)).toEqual([plain('keg-1')])
  })
  it.each([
    { what: 'a thing that is not there', thingName: 'nobody', principal: () => shared, error: missing },
    {
      what: 'a certificate that is not there', thingName: 'keg-1', principal: () => shared.replace(/\w{64}$/, 'a'.repeat(64)),
      error: missing,
    },
    { what: 'no certificate', thingName: 'keg-1', principal: () => 'arn:aws:iam::123456789012:user/bob', error: invalid },
  ])('are not attached with $what', async ({ thingName, principal, error }) => {
    expect(await errorOf(attach(thingName, principal()))).toMatchObject(error)
  })
})
