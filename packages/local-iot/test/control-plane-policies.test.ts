import {
  AddThingToThingGroupCommand, AttachPolicyCommand, AttachPrincipalPolicyCommand, CreatePolicyCommand, CreatePolicyVersionCommand,
  CreateThingGroupCommand, DeletePolicyCommand, DeletePolicyVersionCommand, DeleteThingGroupCommand, DetachPolicyCommand,
  DetachPrincipalPolicyCommand, GetEffectivePoliciesCommand, GetPolicyCommand, GetPolicyVersionCommand, ListAttachedPoliciesCommand,
  ListPoliciesCommand, ListPolicyPrincipalsCommand, ListPolicyVersionsCommand, ListPrincipalPoliciesCommand, ListTargetsForPolicyCommand,
  SetDefaultPolicyVersionCommand, TestAuthorizationCommand, type IoTClient, type TestAuthorizationCommandInput,
} from '@aws-sdk/client-iot'
import mqtt from 'mqtt'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing } from './error-of.ts'
import { kegPolicy, provision, startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
let keg: Awaited<ReturnType<typeof provision>>
beforeAll(async () => {
  started = await startIot()
  control = started.control
  keg = await provision(started.iot, 'keg-1', kegPolicy([{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }]))
})
afterAll(() => started[Symbol.asyncDispose]())

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const named = (policies: { policyName?: string | undefined }[] | undefined) => policies?.map(({ policyName }) => policyName)
const allow = (Action: string) => kegPolicy([{ Effect: 'Allow', Action, Resource: '*' }])
const deny = (Action: string) => kegPolicy([{ Effect: 'Deny', Action, Resource: '*' }])
const inUse = { name: 'DeleteConflictException', status: 409 }

describe('versions of a policy', () => {
  const policyName = 'versioned'
  const add = (document: string, setAsDefault = false) =>
    control.send(new CreatePolicyVersionCommand({ policyName, policyDocument: document, setAsDefault }))
  const versions = async () => (await control.send(new ListPolicyVersionsCommand({ policyName }))).policyVersions
    ?.map(({ versionId, isDefaultVersion }) => [versionId, isDefaultVersion])
  const remove = (policyVersionId: string) => control.send(new DeletePolicyVersionCommand({ policyName, policyVersionId }))

  it('are made, one of them the default', async () => {
    await control.send(new CreatePolicyCommand({ policyName, policyDocument: allow('iot:Connect') }))
    expect(await add(allow('iot:Publish'))).toMatchObject({
      policyArn: arn('policy/versioned'), policyVersionId: '2', isDefaultVersion: false, policyDocument: allow('iot:Publish'),
    })
    expect(await add(allow('iot:Receive'), true)).toMatchObject({ policyVersionId: '3', isDefaultVersion: true })
    expect(await versions()).toEqual([['1', false], ['2', false], ['3', true]])
    expect(await control.send(new GetPolicyCommand({ policyName }))).toMatchObject({
      defaultVersionId: '3', policyDocument: allow('iot:Receive'),
    })
    expect(await control.send(new GetPolicyVersionCommand({ policyName, policyVersionId: '2' }))).toMatchObject({
      policyDocument: allow('iot:Publish'), isDefaultVersion: false, creationDate: expect.any(Date),
    })
    await control.send(new SetDefaultPolicyVersionCommand({ policyName, policyVersionId: '2' }))
    expect(await control.send(new GetPolicyCommand({ policyName }))).toMatchObject({
      defaultVersionId: '2', policyDocument: allow('iot:Publish'),
    })
  })
  it('are five at most, and no number comes twice', async () => {
    await add(allow('iot:Publish'))
    await add(allow('iot:Publish'))
    expect(await errorOf(add(allow('iot:Publish')))).toMatchObject({ name: 'VersionsLimitExceededException', status: 409 })
    await remove('5')
    expect((await add(allow('iot:Publish'))).policyVersionId).toBe('6')
  })
  it('are deleted before the policy, but for the default', async () => {
    expect(await errorOf(remove('2'))).toMatchObject(invalid)
    expect(await errorOf(control.send(new DeletePolicyCommand({ policyName })))).toMatchObject(inUse)
    for (const version of ['1', '3', '4', '6']) await remove(version)
    expect(await errorOf(remove('1'))).toMatchObject(missing)
    await control.send(new DeletePolicyCommand({ policyName }))
    expect(await errorOf(add(allow('iot:Publish')))).toMatchObject(missing)
  })
  it('act at once on a live connection', async () => {
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
      protocolVersion: 5, clientId: 'keg-1', cert: keg.cert, key: keg.key, ca: keg.ca, reconnectPeriod: 0,
    })
    await expect(client.subscribeAsync('a', { qos: 1 })).rejects.toThrow(/Not authorized/)
    await control.send(new CreatePolicyVersionCommand({ policyName: keg.policyName, policyDocument: allow('iot:*'), setAsDefault: true }))
    await client.subscribeAsync('a', { qos: 1 })
    await control.send(new SetDefaultPolicyVersionCommand({ policyName: keg.policyName, policyVersionId: '1' }))
    await expect(client.subscribeAsync('b', { qos: 1 })).rejects.toThrow(/Not authorized/)
    await client.endAsync()
  })
})

describe('policies of thing groups', () => {
  const groupArn = arn('thinggroup/world')
  const list = async (target: string, recursive?: boolean) =>
    named((await control.send(new ListAttachedPoliciesCommand({ target, recursive }))).policies)
  const effective = async () =>
    named((await control.send(new GetEffectivePoliciesCommand({ principal: keg.certificateArn, thingName: 'keg-1' }))).effectivePolicies)

  it('are inherited by the groups below and by their things', async () => {
    await control.send(new CreateThingGroupCommand({ thingGroupName: 'world' }))
    await control.send(new CreateThingGroupCommand({ thingGroupName: 'berlin', parentGroupName: 'world' }))
    await control.send(new CreatePolicyCommand({ policyName: 'global', policyDocument: allow('iot:Subscribe') }))
    await control.send(new CreatePolicyCommand({ policyName: 'local', policyDocument: allow('iot:Receive') }))
    await control.send(new AttachPolicyCommand({ policyName: 'global', target: groupArn }))
    await control.send(new AttachPolicyCommand({ policyName: 'local', target: arn('thinggroup/berlin') }))
    await control.send(new AddThingToThingGroupCommand({ thingName: 'keg-1', thingGroupName: 'berlin' }))
    expect(await list(groupArn)).toEqual(['global'])
    expect(await list(arn('thinggroup/berlin'))).toEqual(['local'])
    expect(await list(arn('thinggroup/berlin'), true)).toEqual(['global', 'local'])
    expect(await list(keg.certificateArn)).toEqual([keg.policyName])
    expect(await effective()).toEqual([keg.policyName, 'local', 'global'])
    expect((await control.send(new ListTargetsForPolicyCommand({ policyName: 'global' }))).targets).toEqual([groupArn])
    expect((await control.send(new GetEffectivePoliciesCommand({ thingName: 'keg-1' }))).effectivePolicies).toMatchObject([
      { policyName: 'local', policyArn: arn('policy/local') }, { policyDocument: allow('iot:Subscribe') },
    ])
  })
  it.each([
    { clientId: 'keg-1', granted: true },
    { clientId: 'somebody', granted: false },
  ])('act on a connection whose client id is the thing\'s name: $clientId', async ({ clientId, granted }) => {
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, {
      protocolVersion: 5, clientId, cert: keg.cert, key: keg.key, ca: keg.ca, reconnectPeriod: 0,
    })
    const subscribed = client.subscribeAsync('keg/a', { qos: 1 }).then(() => true, () => false)
    expect(await subscribed).toBe(granted)
    await client.endAsync()
  })
  it('are detached, and go with their group', async () => {
    await control.send(new DetachPolicyCommand({ policyName: 'local', target: arn('thinggroup/berlin') }))
    expect(await effective()).toEqual([keg.policyName, 'global'])
    await control.send(new DeletePolicyCommand({ policyName: 'local' }))
    expect(await errorOf(control.send(new DeletePolicyCommand({ policyName: 'global' })))).toMatchObject(inUse)
    await control.send(new DeleteThingGroupCommand({ thingGroupName: 'berlin' }))
    await control.send(new DeleteThingGroupCommand({ thingGroupName: 'world' }))
    await control.send(new DeletePolicyCommand({ policyName: 'global' }))
    expect(await errorOf(control.send(new AttachPolicyCommand({ policyName: keg.policyName, target: groupArn })))).toMatchObject(missing)
  })
})

describe('lists of policies and principals', () => {
  it('have the newest first, or the oldest, in pages', async () => {
    for (const at of [1, 2, 3])
      await control.send(new CreatePolicyCommand({ policyName: `listed-${at}`, policyDocument: allow('iot:Connect') }))
    const names = async (ascendingOrder: boolean) => {
      const first = await control.send(new ListPoliciesCommand({ pageSize: 3, ascendingOrder }))
      const rest = await control.send(new ListPoliciesCommand({ pageSize: 3, ascendingOrder, marker: first.nextMarker }))
      expect(rest.nextMarker).toBeUndefined()
      return [named(first.policies), named(rest.policies)]
    }
    // Those of one millisecond are in the order of their names.
    expect((await names(true)).flat()).toEqual([keg.policyName, 'listed-1', 'listed-2', 'listed-3'])
    expect((await names(false)).flat()).toEqual(['listed-3', 'listed-2', 'listed-1', keg.policyName])
    expect(await errorOf(control.send(new ListPoliciesCommand({ marker: 'AAAA' })))).toMatchObject(invalid)
  })
  it('can be had by the older operations', async () => {
    await control.send(new AttachPrincipalPolicyCommand({ policyName: 'listed-1', principal: keg.certificateArn }))
    expect(named((await control.send(new ListPrincipalPoliciesCommand({ principal: keg.certificateArn, ascendingOrder: true }))).policies))
      .toEqual([keg.policyName, 'listed-1'])
    expect((await control.send(new ListPolicyPrincipalsCommand({ policyName: 'listed-1' }))).principals).toEqual([keg.certificateArn])
    await control.send(new DetachPrincipalPolicyCommand({ policyName: 'listed-1', principal: keg.certificateArn }))
    expect((await control.send(new ListPolicyPrincipalsCommand({ policyName: 'listed-1' }))).principals).toEqual([])
  })
})

describe('TestAuthorization', () => {
  const test = async (input: Partial<TestAuthorizationCommandInput>) => {
    const { authResults } = await control.send(new TestAuthorizationCommand({ principal: keg.certificateArn, authInfos: [], ...input }))
    return authResults?.map(({ authDecision, allowed, denied }) => [
      authDecision, named(allowed?.policies), named(denied?.implicitDeny?.policies), named(denied?.explicitDeny?.policies),
    ])
  }
  const publish = { actionType: 'PUBLISH' as const, resources: [arn('topic/keg/a')] }
  const connect = { actionType: 'CONNECT' as const, resources: [arn('client/keg-1')] }
  beforeAll(async () => {
    await control.send(new CreatePolicyCommand({ policyName: 'may-publish', policyDocument: allow('iot:Publish') }))
    await control.send(new CreatePolicyCommand({ policyName: 'may-not', policyDocument: deny('iot:Publish') }))
  })
  it.each([
    { what: 'what is allowed', input: { authInfos: [connect] }, results: [['ALLOWED', ['keg-1-policy'], [], []]] },
    { what: 'what nobody allows', input: { authInfos: [publish] }, results: [['IMPLICIT_DENY', [], ['keg-1-policy'], []]] },
    {
      what: 'policies to add', input: { authInfos: [publish], policyNamesToAdd: ['may-publish'] },
      results: [['ALLOWED', ['may-publish'], [], []]],
    },
    {
      what: 'a denial',
      input: { authInfos: [publish, connect], policyNamesToAdd: ['may-publish', 'may-not'] },
      results: [['EXPLICIT_DENY', [], [], ['may-not']], ['ALLOWED', ['keg-1-policy'], [], []]],
    },
    {
      what: 'policies to skip', input: { authInfos: [connect], policyNamesToSkip: ['keg-1-policy'] },
      results: [['IMPLICIT_DENY', [], [], []]],
    },
    {
      what: 'nobody but policies',
      input: { principal: undefined, authInfos: [publish], policyNamesToAdd: ['may-publish'] },
      results: [['ALLOWED', ['may-publish'], [], []]],
    },
  ])('tells $what', async ({ input, results }) => {
    expect(await test(input)).toEqual(results)
  })
  it('names the variables that nothing is known of', async () => {
    const policyDocument = kegPolicy([{
      Effect: 'Allow', Action: 'iot:Publish', Resource: 'arn:aws:iot:*:*:topic/${iot:Connection.Thing.Attributes[site]}/${iot:ClientId}',
    }])
    await control.send(new CreatePolicyCommand({ policyName: 'by-site', policyDocument }))
    const { authResults } = await control.send(new TestAuthorizationCommand({
      principal: keg.certificateArn, clientId: 'keg-1', authInfos: [publish], policyNamesToAdd: ['by-site'],
    }))
    expect(authResults).toMatchObject([{ authDecision: 'IMPLICIT_DENY', missingContextValues: ['iot:Connection.Thing.Attributes[site]'] }])
  })
  it.each([
    {
      what: 'a resource of somebody else',
      input: { authInfos: [{ ...publish, resources: ['arn:aws:iot:us-east-1:999999999999:topic/a'] }] }, error: invalid,
    },
    { what: 'an unknown policy', input: { authInfos: [publish], policyNamesToAdd: ['nothing'] }, error: missing },
    { what: 'an unknown certificate', input: { authInfos: [publish], principal: arn(`cert/${'a'.repeat(64)}`) }, error: missing },
    { what: 'no action', input: { authInfos: [{ resources: publish.resources }] }, error: invalid },
  ])('refuses $what', async ({ input, error }) => {
    expect(await errorOf(test(input))).toMatchObject(error)
  })
})
