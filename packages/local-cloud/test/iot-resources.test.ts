import {
  DescribeBillingGroupCommand, DescribeCertificateCommand, DescribeDomainConfigurationCommand, DescribeRoleAliasCommand,
  DescribeThingCommand, DescribeThingGroupCommand, CreateProvisioningClaimCommand, DescribeCACertificateCommand,
  DescribeProvisioningTemplateCommand, DescribeThingTypeCommand, GetTopicRuleDestinationCommand, GetV2LoggingOptionsCommand, IoTClient,
  ListAttachedPoliciesCommand, ListThingPrincipalsV2Command,
} from '@aws-sdk/client-iot'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  CfnBillingGroup, CfnCACertificate, CfnCertificate, CfnDomainConfiguration, CfnLogging, CfnPolicy,
  CfnPolicyPrincipalAttachment, CfnProvisioningTemplate, CfnResourceSpecificLogging, CfnRoleAlias, CfnThing,
  CfnThingGroup, CfnThingPrincipalAttachment, CfnThingType, CfnTopicRuleDestination,
} from 'aws-cdk-lib/aws-iot'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { CfnTracker } from 'aws-cdk-lib/aws-location'
import { connectAsync, type MqttClient } from 'mqtt'
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

/** For a key that is thrown away. */
const csr = `-----BEGIN CERTIFICATE REQUEST-----
MIHHMHACAQAwDjEMMAoGA1UEAwwDay0xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
QgAEWmpqXuijB5TZBs9Anb3gxOCWKFIczvD/2Yey2o5/9JrBmM6g7jukTCyu5wp6
vLx4XSymtRhRjFhLZj3gGcFceqAAMAoGCCqGSM49BAMCA0cAMEQCIDo6G9IzhzaT
57fxxi2ZU9hYChPHiZSIoRsm85D2Ix8/AiAoxp5EifgOc8xcVW+thrnp7epfo3tV
AohPKf7kpvZnHA==
-----END CERTIFICATE REQUEST-----`

/** Its key is thrown away, too. */
const caCertificatePem = `-----BEGIN CERTIFICATE-----
MIIBcjCCARegAwIBAgIUHziHa534hF1FDAtOE3wTWdaRriswCgYIKoZIzj0EAwIw
DTELMAkGA1UEAwwCQ0EwIBcNMjYxMTMwMDcwNTEwWhgPMjEyNjExMDYwNzA1MTBa
MA0xCzAJBgNVBAMMAkNBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEIJ/zEb9d
lorCxaUr8+qMrDdox9gthStzc+fv6rqUrLxPvA1Zx70b8wq84MJmlqkI9ivD61Gw
Hn1vpZhWQc0MfaNTMFEwHQYDVR0OBBYEFMIZJhB151rtSsdzP7L3G8WgVu1gMB8G
A1UdIwQYMBaAFMIZJhB151rtSsdzP7L3G8WgVu1gMA8GA1UdEwEB/wQFMAMBAf8w
CgYIKoZIzj0EAwIDSQAwRgIhAMc3l/rUdkg+lblf6PEXEtJq464DS6sIYAc5TWvG
WC4BAiEAyjKhlEhpvDmCam++fcTvEGS/G83nXHe02rQ0RvMw8iI=
-----END CERTIFICATE-----`

const hook = `exports.handler = async ({ parameters: { Serial } }) => ({ allowProvisioning: Serial !== 'stolen', parameterOverrides: { Site: 'berlin' } })`
const templateBody = (site: unknown) => JSON.stringify({
  Parameters: { Serial: { Type: 'String' } },
  Resources: {
    thing: { Type: 'AWS::IoT::Thing', Properties: { ThingName: { Ref: 'Serial' }, AttributePayload: { siteId: site } } },
    certificate: { Type: 'AWS::IoT::Certificate', Properties: { CertificateId: { Ref: 'AWS::IoT::Certificate::Id' } } },
  },
})

let running: TestCloud
let iot: IoTClient

function build(stack: Stack, site: unknown = { Ref: 'Site' }): void {
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('credentials.iot.amazonaws.com') })
  const thing = new CfnThing(stack, 'Thing', { thingName: 'k-1', attributePayload: { attributes: { siteId: 'berlin' } } })
  const type = new CfnThingType(stack, 'Type', {
    thingTypeName: 'keg', thingTypeProperties: { thingTypeDescription: 'a keg', searchableAttributes: ['siteId'] },
  })
  new CfnThingType(stack, 'Old', { thingTypeName: 'barrel', deprecateThingType: true })
  const parent = new CfnThingGroup(stack, 'Bars', { thingGroupName: 'bars' })
  const group = new CfnThingGroup(stack, 'Bar', {
    thingGroupName: 'berlin', parentGroupName: parent.ref,
    thingGroupProperties: { thingGroupDescription: 'a bar', attributePayload: { attributes: { open: 'yes' } } },
  })
  const billing = new CfnBillingGroup(stack, 'Billing', {
    billingGroupName: 'kegs', billingGroupProperties: { billingGroupDescription: 'all kegs' },
  })
  const certificate = new CfnCertificate(stack, 'Certificate', { status: 'ACTIVE', certificateSigningRequest: csr })
  const revoked = new CfnCertificate(stack, 'Revoked', { status: 'REVOKED', certificateSigningRequest: csr })
  const policy = new CfnPolicy(stack, 'Policy', {
    policyName: 'keg', policyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'iot:Connect', Resource: '*' }] },
  })
  new CfnPolicyPrincipalAttachment(stack, 'PolicyAttached', { policyName: policy.ref, principal: certificate.attrArn })
  new CfnThingPrincipalAttachment(stack, 'ThingAttached', {
    thingName: thing.ref, principal: certificate.attrArn, thingPrincipalType: 'EXCLUSIVE_THING',
  })
  const alias = new CfnRoleAlias(stack, 'Alias', { roleAlias: 'keg-role', roleArn: role.roleArn, credentialDurationSeconds: 900 })
  const domain = new CfnDomainConfiguration(stack, 'Domain', {
    domainConfigurationName: 'pub', authorizerConfig: { allowAuthorizerOverride: true }, domainConfigurationStatus: 'DISABLED',
  })
  new CfnLogging(stack, 'Logging', { accountId: stack.account, defaultLogLevel: 'WARN', roleArn: role.roleArn })
  const destination = new CfnTopicRuleDestination(stack, 'Destination', {
    httpUrlProperties: { confirmationUrl: 'https://127.0.0.1:9/confirm' },
  })
  new CfnTopicRuleDestination(stack, 'Vpc', {
    vpcProperties: { vpcId: 'vpc-1', subnetIds: ['subnet-1'], securityGroups: ['sg-1'], roleArn: role.roleArn },
  })
  const influx = new CfnTopicRuleDestination(stack, 'Influx', {
    influxDbProperties: { endpoint: 'https://influx.example:8086', influxDbVersion: 'V3', secretId: 'token', secretKey: 'key' },
  })
  const tracker = new CfnTracker(stack, 'Tracker', { trackerName: 'trucks' })
  const isOurs = new LambdaFunction(stack, 'IsOurs', { runtime: Runtime.NODEJS_24_X, handler: 'index.handler', code: new InlineCode(hook) })
  isOurs.addPermission('Iot', { principal: new ServicePrincipal('iot.amazonaws.com') })
  const fleet = new CfnProvisioningTemplate(stack, 'Fleet', {
    templateName: 'kegs', provisioningRoleArn: role.roleArn, templateBody: templateBody(site), enabled: true,
    preProvisioningHook: { targetArn: isOurs.functionArn, payloadVersion: '2020-04-01' },
  })
  const ca = new CfnCACertificate(stack, 'Ca', {
    caCertificatePem, status: 'ACTIVE', certificateMode: 'SNI_ONLY', autoRegistrationStatus: 'ENABLE',
    registrationConfig: { templateBody: templateBody(site), roleArn: role.roleArn },
  })
  new CfnResourceSpecificLogging(stack, 'Loud', { targetType: 'CLIENT_ID', targetName: 'keg-1', logLevel: 'DEBUG' })
  const outputs = {
    CaId: ca.ref, CaArn: ca.attrArn, FleetArn: fleet.attrTemplateArn, FleetName: fleet.ref, InfluxArn: influx.attrArn,
    TrackerArn: tracker.attrArn, TrackerName: tracker.ref, ThingArn: thing.attrArn, ThingId: thing.attrId, TypeArn: type.attrArn,
    TypeId: type.attrId, GroupArn: group.attrArn, GroupId: group.attrId, BillingArn: billing.attrArn, BillingId: billing.attrId,
    CertificateId: certificate.ref, CertificateArn: certificate.attrArn, RevokedId: revoked.attrId, AliasArn: alias.attrRoleAliasArn,
    DomainArn: domain.attrArn, DestinationArn: destination.ref,
  }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value })
}

beforeAll(async () => {
  running = await run((stack) => build(stack))
  iot = new IoTClient(running.client)
}, 60_000)
afterAll(() => running[Symbol.asyncDispose]())

it('creates things, their types and groups', async () => {
  const { outputs } = running
  expect(await iot.send(new DescribeThingCommand({ thingName: 'k-1' }))).toMatchObject({
    thingArn: outputs['ThingArn'], thingId: outputs['ThingId'], attributes: { siteId: 'berlin' },
  })
  expect(await iot.send(new DescribeThingTypeCommand({ thingTypeName: 'keg' }))).toMatchObject({
    thingTypeArn: outputs['TypeArn'], thingTypeId: outputs['TypeId'],
    thingTypeProperties: { thingTypeDescription: 'a keg', searchableAttributes: ['siteId'] }, thingTypeMetadata: { deprecated: false },
  })
  expect((await iot.send(new DescribeThingTypeCommand({ thingTypeName: 'barrel' }))).thingTypeMetadata).toMatchObject({ deprecated: true })
  expect(await iot.send(new DescribeThingGroupCommand({ thingGroupName: 'berlin' }))).toMatchObject({
    thingGroupArn: outputs['GroupArn'], thingGroupId: outputs['GroupId'],
    thingGroupProperties: { thingGroupDescription: 'a bar', attributePayload: { attributes: { open: 'yes' } } },
    thingGroupMetadata: { parentGroupName: 'bars' },
  })
  expect(await iot.send(new DescribeBillingGroupCommand({ billingGroupName: 'kegs' }))).toMatchObject({
    billingGroupArn: outputs['BillingArn'], billingGroupId: outputs['BillingId'],
    billingGroupProperties: { billingGroupDescription: 'all kegs' },
  })
})

it('creates certificates by signing requests, and attaches what belongs to them', async () => {
  const { CertificateId: certificateId, CertificateArn: target, RevokedId } = running.outputs
  expect((await iot.send(new DescribeCertificateCommand({ certificateId }))).certificateDescription).toMatchObject({
    certificateArn: target, status: 'ACTIVE',
  })
  expect((await iot.send(new DescribeCertificateCommand({ certificateId: RevokedId }))).certificateDescription)
    .toMatchObject({ status: 'REVOKED' })
  expect((await iot.send(new ListAttachedPoliciesCommand({ target }))).policies).toMatchObject([{ policyName: 'keg' }])
  expect((await iot.send(new ListThingPrincipalsV2Command({ thingName: 'k-1' }))).thingPrincipalObjects).toEqual([
    { principal: target, thingPrincipalType: 'EXCLUSIVE_THING' },
  ])
})

it('creates what accounts have', async () => {
  const { outputs } = running
  expect((await iot.send(new DescribeRoleAliasCommand({ roleAlias: 'keg-role' }))).roleAliasDescription).toMatchObject({
    roleAliasArn: outputs['AliasArn'], credentialDurationSeconds: 900,
  })
  expect(await iot.send(new DescribeDomainConfigurationCommand({ domainConfigurationName: 'pub' }))).toMatchObject({
    domainConfigurationArn: outputs['DomainArn'], domainConfigurationStatus: 'DISABLED',
    authorizerConfig: { allowAuthorizerOverride: true },
  })
  expect(await iot.send(new GetV2LoggingOptionsCommand({}))).toMatchObject({
    defaultLogLevel: 'WARN', roleArn: expect.stringContaining(':role/'),
  })
  const { topicRuleDestination } = await iot.send(new GetTopicRuleDestinationCommand({ arn: outputs['DestinationArn'] }))
  expect(topicRuleDestination).toMatchObject({ httpUrlProperties: { confirmationUrl: 'https://127.0.0.1:9/confirm' } })
})

it('names what is not emulated, and starts', () => {
  const { outputs, log } = running
  expect(outputs).toMatchObject({
    InfluxArn: expect.stringMatching(/^arn:aws:iot:us-east-1:123456789012:ruledestination\/influxdb\/./),
    TrackerArn: 'arn:aws:geo:us-east-1:123456789012:tracker/trucks', TrackerName: 'trucks',
  })
  const told = log.filter(({ constructPath, message }) => constructPath !== undefined && message.includes('not emulated'))
    .map(({ constructPath, level }) => `${level} ${constructPath}`)
  expect(told.sort()).toEqual([
    'warn Test/Influx', 'warn Test/Loud', 'warn Test/Tracker', 'warn Test/Vpc',
  ])
})

describe('provisioning', () => {
  let client: MqttClient
  beforeAll(async () => {
    const { certificatePem: cert = '', keyPair } = await iot.send(new CreateProvisioningClaimCommand({ templateName: 'kegs' }))
    const { endpoints: { mqtts }, caFile } = running.cloud.iot
    client = await connectAsync(mqtts, {
      protocolVersion: 5, clientId: 'claim', cert, key: keyPair?.PrivateKey ?? '', ca: readFileSync(caFile), reconnectPeriod: 0,
    })
  })
  afterAll(() => client.endAsync())

  const ask = (topic: string, body: object) => new Promise<Record<string, unknown>>((resolve) => {
    client.once('message', (_topic, payload) => resolve(JSON.parse(payload.toString()) as Record<string, unknown>))
    client.publish(topic, JSON.stringify(body), { qos: 1 })
  })
  const provisioned = async (Serial: string) => {
    const { certificateOwnershipToken } = await ask('$aws/certificates/create-from-csr/json', { certificateSigningRequest: csr })
    return ask('$aws/provisioning-templates/kegs/provision/json', { certificateOwnershipToken, parameters: { Serial } })
  }

  it('makes things of the devices that the hook\'s function allows', async () => {
    expect(running.outputs).toMatchObject({ FleetArn: 'arn:aws:iot:us-east-1:123456789012:provisioningtemplate/kegs', FleetName: 'kegs' })
    expect(await provisioned('k-7')).toMatchObject({ thingName: 'k-7' })
    expect((await iot.send(new DescribeThingCommand({ thingName: 'k-7' }))).attributes).toEqual({ siteId: 'berlin' })
    expect(await provisioned('stolen')).toMatchObject({ statusCode: 403, errorCode: 'AccessDenied' })
    expect(running.log.filter(({ message }) => message.includes('IsOurs') && message.includes('Permission'))).toEqual([])
  })

  it('registers a CA certificate', async () => {
    const { CaId: certificateId, CaArn: certificateArn } = running.outputs
    expect(await iot.send(new DescribeCACertificateCommand({ certificateId }))).toMatchObject({
      certificateDescription: { certificateArn, status: 'ACTIVE', autoRegistrationStatus: 'ENABLE', certificateMode: 'SNI_ONLY' },
      registrationConfig: { templateBody: templateBody({ Ref: 'Site' }) },
    })
  })

  it('goes by the template as it is deployed now', async () => {
    expect((await running.update((stack) => build(stack, 'rome'))).sort()).toEqual(['updated Test/Ca', 'updated Test/Fleet'])
    expect(await provisioned('k-8')).toMatchObject({ thingName: 'k-8' })
    expect((await iot.send(new DescribeThingCommand({ thingName: 'k-8' }))).attributes).toEqual({ siteId: 'rome' })
    expect(await iot.send(new DescribeProvisioningTemplateCommand({ templateName: 'kegs' }))).toMatchObject({
      defaultVersionId: 2, enabled: true, preProvisioningHook: { payloadVersion: '2020-04-01' },
    })
  })
})
