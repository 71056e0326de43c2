import {
  CreateDomainConfigurationCommand, CreatePolicyCommand, CreateRoleAliasCommand, DeleteDomainConfigurationCommand, DeletePolicyCommand,
  DeleteRoleAliasCommand, DeleteV2LoggingLevelCommand, DescribeDomainConfigurationCommand, DescribeEndpointCommand,
  DescribeRoleAliasCommand, GetLoggingOptionsCommand, GetV2LoggingOptionsCommand, ListDomainConfigurationsCommand, ListRoleAliasesCommand,
  ListTagsForResourceCommand, ListV2LoggingLevelsCommand, SetLoggingOptionsCommand, SetV2LoggingLevelCommand, SetV2LoggingOptionsCommand,
  TagResourceCommand, UntagResourceCommand, UpdateDomainConfigurationCommand, UpdateRoleAliasCommand, type IoTClient, type Tag,
} from '@aws-sdk/client-iot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemClock } from '@keg/mqtt-broker'
import { errorOf, invalid, missing, taken } from './error-of.ts'
import { kegPolicy, startIot } from './start-iot.ts'

let started: Awaited<ReturnType<typeof startIot>>
let control: IoTClient
let laterMs = 0
beforeAll(async () => {
  started = await startIot({ clock: { ...systemClock, nowMs: () => systemClock.nowMs() + laterMs } })
  control = started.control
})
afterAll(() => started[Symbol.asyncDispose]())

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const roleArn = 'arn:aws:iam::123456789012:role/reader'
const notConfigured = { name: 'NotConfiguredException', status: 404 }

describe('role aliases', () => {
  it('are created, described, listed, updated and deleted', async () => {
    const create = () => control.send(new CreateRoleAliasCommand({ roleAlias: 'reader', roleArn, tags: [{ Key: 'a', Value: 'b' }] }))
    expect(await create()).toMatchObject({ roleAlias: 'reader', roleAliasArn: arn('rolealias/reader') })
    expect(await errorOf(create())).toMatchObject(taken)
    await control.send(new CreateRoleAliasCommand({ roleAlias: 'writer', roleArn, credentialDurationSeconds: 900 }))
    expect((await control.send(new ListRoleAliasesCommand({ ascendingOrder: true }))).roleAliases).toEqual(['reader', 'writer'])
    await control.send(new UpdateRoleAliasCommand({ roleAlias: 'reader', credentialDurationSeconds: 7200 }))
    expect((await control.send(new DescribeRoleAliasCommand({ roleAlias: 'reader' }))).roleAliasDescription).toMatchObject({
      roleAlias: 'reader', roleArn, roleAliasArn: arn('rolealias/reader'), owner: '123456789012', credentialDurationSeconds: 7200,
      creationDate: expect.any(Date),
    })
    await control.send(new DeleteRoleAliasCommand({ roleAlias: 'reader' }))
    for (const command of [
      new DescribeRoleAliasCommand({ roleAlias: 'reader' }), new DeleteRoleAliasCommand({ roleAlias: 'reader' }),
      new UpdateRoleAliasCommand({ roleAlias: 'reader' }),
    ]) {
      expect(await errorOf(control.send(command as DescribeRoleAliasCommand))).toMatchObject(missing)
    }
  })
  it.each([
    { what: 'no role', input: { roleArn: 'arn:aws:iam::123456789012:user/somebody' } },
    { what: 'too short a time', input: { roleArn, credentialDurationSeconds: 899 } },
    { what: 'too long a time', input: { roleArn, credentialDurationSeconds: 43_201 } },
    { what: 'a bad name', input: { roleArn, roleAlias: 'a b' } },
  ])('are refused with $what', async ({ input }) => {
    expect(await errorOf(control.send(new CreateRoleAliasCommand({ roleAlias: 'bad', ...input })))).toMatchObject(invalid)
  })
})

describe('domain configurations', () => {
  const certificateArn = `arn:aws:acm:us-east-1:123456789012:certificate/${'a'.repeat(36)}`
  it('are created, described, updated and deleted once disabled', async () => {
    const create = () => control.send(new CreateDomainConfigurationCommand({
      domainConfigurationName: 'bars', domainName: 'iot.bars.example', serverCertificateArns: [certificateArn],
      authenticationType: 'AWS_X509', applicationProtocol: 'SECURE_MQTT',
      authorizerConfig: { defaultAuthorizerName: 'people', allowAuthorizerOverride: true },
    }))
    const { domainConfigurationArn = '' } = await create()
    expect(domainConfigurationArn).toMatch(/:domainconfiguration\/bars\/\w{5}$/)
    expect(await errorOf(create())).toMatchObject(taken)
    const describeIt = () => control.send(new DescribeDomainConfigurationCommand({ domainConfigurationName: 'bars' }))
    expect(await describeIt()).toMatchObject({
      domainConfigurationName: 'bars', domainConfigurationArn, domainName: 'iot.bars.example', domainType: 'CUSTOMER_MANAGED',
      domainConfigurationStatus: 'ENABLED', serviceType: 'DATA',
      serverCertificates: [{ serverCertificateArn: certificateArn, serverCertificateStatus: 'VALID' }], authenticationType: 'AWS_X509',
      applicationProtocol: 'SECURE_MQTT',
    })
    await control.send(new TagResourceCommand({ resourceArn: domainConfigurationArn, tags: [{ Key: 'a', Value: 'b' }] }))
    expect((await control.send(new ListDomainConfigurationsCommand({}))).domainConfigurations).toEqual([
      { domainConfigurationName: 'bars', domainConfigurationArn, serviceType: 'DATA' },
    ])
    const remove = () => control.send(new DeleteDomainConfigurationCommand({ domainConfigurationName: 'bars' }))
    expect(await errorOf(remove())).toMatchObject(invalid)
    await control.send(new UpdateDomainConfigurationCommand({
      domainConfigurationName: 'bars', domainConfigurationStatus: 'DISABLED', removeAuthorizerConfig: true,
    }))
    const { authorizerConfig, domainConfigurationStatus } = await describeIt()
    expect([authorizerConfig, domainConfigurationStatus]).toEqual([undefined, 'DISABLED'])
    await remove()
    expect(await errorOf(describeIt())).toMatchObject(missing)
  })
  it('of AWS\'s domains are deleted seven days after they were disabled', async () => {
    const domainConfigurationName = 'managed'
    await control.send(new CreateDomainConfigurationCommand({ domainConfigurationName }))
    expect((await control.send(new DescribeDomainConfigurationCommand({ domainConfigurationName }))).domainType).toBe('AWS_MANAGED')
    await control.send(new UpdateDomainConfigurationCommand({ domainConfigurationName, domainConfigurationStatus: 'DISABLED' }))
    expect(await errorOf(control.send(new DeleteDomainConfigurationCommand({ domainConfigurationName })))).toMatchObject({
      ...invalid, message: expect.stringContaining('7 days'),
    })
    laterMs = 7 * 86_400_000
    await control.send(new DeleteDomainConfigurationCommand({ domainConfigurationName }))
  })
  it.each([
    { what: 'a service that is not DATA', input: { serviceType: 'JOBS' as const } },
    { what: 'a domain without a certificate', input: { domainName: 'iot.bars.example' } },
    { what: 'an ARN of no certificate', input: { serverCertificateArns: ['arn:aws:acm:nowhere'] } },
  ])('are refused with $what', async ({ input }) => {
    expect(await errorOf(control.send(new CreateDomainConfigurationCommand({ domainConfigurationName: 'bad', ...input }))))
      .toMatchObject(invalid)
  })
})

describe('tags', () => {
  const resourceArn = arn('policy/tagged')
  const tag = (tags: Tag[], on = resourceArn) => control.send(new TagResourceCommand({ resourceArn: on, tags }))
  const tags = async () => (await control.send(new ListTagsForResourceCommand({ resourceArn }))).tags
  it('are set, replaced and removed, and go with their resource', async () => {
    const create = () =>
      control.send(new CreatePolicyCommand({ policyName: 'tagged', policyDocument: kegPolicy(), tags: [{ Key: 'site', Value: 'berlin' }] }))
    await create()
    await tag([{ Key: 'site', Value: 'munich' }, { Key: 'owner', Value: 'bob' }])
    expect(await tags()).toEqual([{ Key: 'owner', Value: 'bob' }, { Key: 'site', Value: 'munich' }])
    await control.send(new UntagResourceCommand({ resourceArn, tagKeys: ['site', 'nothing'] }))
    expect(await tags()).toEqual([{ Key: 'owner', Value: 'bob' }])
    await control.send(new DeletePolicyCommand({ policyName: 'tagged' }))
    expect(await errorOf(tags())).toMatchObject(missing)
    await create()
    expect(await tags()).toEqual([{ Key: 'site', Value: 'berlin' }])
  })
  it.each([
    { what: 'a key of AWS\'s own', input: [{ Key: 'aws:site', Value: 'a' }], error: invalid },
    { what: 'a key twice', input: [{ Key: 'a', Value: 'a' }, { Key: 'a', Value: 'b' }], error: invalid },
    { what: 'a bad key', input: [{ Key: 'a{', Value: 'a' }], error: invalid },
    { what: 'a long value', input: [{ Key: 'a', Value: 'x'.repeat(257) }], error: invalid },
    {
      what: 'more than 50', input: Array.from({ length: 51 }, (_, at) => ({ Key: `k${at}`, Value: '' })),
      error: { name: 'LimitExceededException', status: 410 },
    },
  ])('are refused with $what', async ({ input, error }) => {
    expect(await errorOf(tag(input))).toMatchObject(error)
  })
  it.each([
    { on: arn('thing/keg'), error: invalid },
    { on: 'arn:aws:iot:us-east-1:999999999999:policy/tagged', error: invalid },
    { on: arn('thinggroup/nowhere'), error: missing },
    { on: arn('constructor/a'), error: invalid },
  ])('are not put on $on', async ({ on, error }) => {
    expect(await errorOf(tag([{ Key: 'a', Value: 'b' }], on))).toMatchObject(error)
  })
})

describe('logging options', () => {
  it('are those of the second version once set', async () => {
    expect(await errorOf(control.send(new GetV2LoggingOptionsCommand({})))).toMatchObject(notConfigured)
    expect(await errorOf(control.send(new ListV2LoggingLevelsCommand({})))).toMatchObject(notConfigured)
    expect(await errorOf(control.send(new SetV2LoggingOptionsCommand({ defaultLogLevel: 'INFO' })))).toMatchObject(invalid)
    await control.send(new SetV2LoggingOptionsCommand({ roleArn, defaultLogLevel: 'INFO' }))
    await control.send(new SetV2LoggingOptionsCommand({ disableAllLogs: true }))
    expect(await control.send(new GetV2LoggingOptionsCommand({}))).toMatchObject({ roleArn, defaultLogLevel: 'INFO', disableAllLogs: true })
  })
  it('have levels by target', async () => {
    const group = { targetType: 'THING_GROUP' as const, targetName: 'berlin' }
    await control.send(new SetV2LoggingLevelCommand({ logTarget: group, logLevel: 'DEBUG' }))
    await control.send(new SetV2LoggingLevelCommand({ logTarget: { targetType: 'DEFAULT' }, logLevel: 'WARN' }))
    const levels = async (targetType?: 'THING_GROUP') =>
      (await control.send(new ListV2LoggingLevelsCommand({ targetType }))).logTargetConfigurations
    expect(await levels()).toEqual([{ logTarget: { targetType: 'DEFAULT' }, logLevel: 'WARN' }, { logTarget: group, logLevel: 'DEBUG' }])
    await control.send(new DeleteV2LoggingLevelCommand(group))
    expect(await levels('THING_GROUP')).toEqual([])
    expect(await errorOf(control.send(new SetV2LoggingLevelCommand({ logTarget: { targetType: 'CLIENT_ID' }, logLevel: 'WARN' }))))
      .toMatchObject(invalid)
    expect(await errorOf(control.send(new SetV2LoggingLevelCommand({ logTarget: group, logLevel: 'LOUD' as 'WARN' }))))
      .toMatchObject(invalid)
  })
  it('are those of the first version, too', async () => {
    expect((await control.send(new GetLoggingOptionsCommand({}))).logLevel).toBe('DISABLED')
    await control.send(new SetLoggingOptionsCommand({ loggingOptionsPayload: { roleArn, logLevel: 'ERROR' } }))
    expect(await control.send(new GetLoggingOptionsCommand({}))).toMatchObject({ roleArn, logLevel: 'ERROR' })
  })
})

describe('endpoints', () => {
  it.each([undefined, 'iot:Data-ATS'])('%s is the HTTPS one', async (endpointType) => {
    const { endpointAddress } = await control.send(new DescribeEndpointCommand({ endpointType }))
    expect(`https://${endpointAddress}`).toBe(started.iot.endpoints.https)
  })
  it('of credentials is the one that asks for certificates', async () => {
    const { endpointAddress } = await control.send(new DescribeEndpointCommand({ endpointType: 'iot:CredentialProvider' }))
    expect(`https://${endpointAddress}`).toBe(started.iot.endpoints.httpsMtls)
  })
  it.each(['iot:Coffee', 'iot:Data', 'iot:Jobs'])('are none of type %s', async (endpointType) => {
    expect(await errorOf(control.send(new DescribeEndpointCommand({ endpointType })))).toMatchObject(invalid)
  })
})
