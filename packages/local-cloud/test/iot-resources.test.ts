import {
  DescribeBillingGroupCommand, DescribeCertificateCommand, DescribeDomainConfigurationCommand, DescribeRoleAliasCommand,
  DescribeThingCommand, DescribeThingGroupCommand, DescribeThingTypeCommand, GetTopicRuleDestinationCommand, GetV2LoggingOptionsCommand,
  IoTClient, ListAttachedPoliciesCommand, ListThingPrincipalsV2Command,
} from '@aws-sdk/client-iot'
import { CfnOutput, type Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import {
  CfnAccountAuditConfiguration, CfnBillingGroup, CfnCertificate, CfnDomainConfiguration, CfnLogging, CfnPolicy,
  CfnPolicyPrincipalAttachment, CfnProvisioningTemplate, CfnResourceSpecificLogging, CfnRoleAlias, CfnScheduledAudit, CfnThing,
  CfnThingGroup, CfnThingPrincipalAttachment, CfnThingType, CfnTopicRuleDestination,
} from 'aws-cdk-lib/aws-iot'
import { CfnTracker } from 'aws-cdk-lib/aws-location'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

/** For a key that is thrown away. */
const csr = `-----BEGIN CERTIFICATE REQUEST-----
MIHHMHACAQAwDjEMMAoGA1UEAwwDay0xMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcD
QgAEWmpqXuijB5TZBs9Anb3gxOCWKFIczvD/2Yey2o5/9JrBmM6g7jukTCyu5wp6
vLx4XSymtRhRjFhLZj3gGcFceqAAMAoGCCqGSM49BAMCA0cAMEQCIDo6G9IzhzaT
57fxxi2ZU9hYChPHiZSIoRsm85D2Ix8/AiAoxp5EifgOc8xcVW+thrnp7epfo3tV
AohPKf7kpvZnHA==
-----END CERTIFICATE REQUEST-----`

let running: TestCloud
let iot: IoTClient

function build(stack: Stack): void {
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
  const fleet = new CfnProvisioningTemplate(stack, 'Fleet', { templateName: 'kegs', provisioningRoleArn: role.roleArn, templateBody: '{}' })
  new CfnAccountAuditConfiguration(stack, 'Audit', { accountId: stack.account, roleArn: role.roleArn, auditCheckConfigurations: {} })
  new CfnScheduledAudit(stack, 'Daily', { frequency: 'DAILY', targetCheckNames: ['LOGGING_DISABLED_CHECK'] })
  new CfnResourceSpecificLogging(stack, 'Loud', { targetType: 'CLIENT_ID', targetName: 'keg-1', logLevel: 'DEBUG' })
  const outputs = {
    FleetArn: fleet.attrTemplateArn, FleetName: fleet.ref, InfluxArn: influx.attrArn, TrackerArn: tracker.attrArn, TrackerName: tracker.ref,
    ThingArn: thing.attrArn, ThingId: thing.attrId, TypeArn: type.attrArn, TypeId: type.attrId, GroupArn: group.attrArn,
    GroupId: group.attrId, BillingArn: billing.attrArn, BillingId: billing.attrId, CertificateId: certificate.ref,
    CertificateArn: certificate.attrArn, RevokedId: revoked.attrId, AliasArn: alias.attrRoleAliasArn, DomainArn: domain.attrArn,
    DestinationArn: destination.ref,
  }
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value })
}

beforeAll(async () => {
  running = await run(build)
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
    FleetArn: 'arn:aws:iot:us-east-1:123456789012:provisioningtemplate/kegs', FleetName: 'kegs',
    TrackerArn: 'arn:aws:geo:us-east-1:123456789012:tracker/trucks', TrackerName: 'trucks',
  })
  const told = log.filter(({ constructPath, message }) => constructPath !== undefined && message.includes('not emulated'))
    .map(({ constructPath, level }) => `${level} ${constructPath}`)
  expect(told.sort()).toEqual([
    'warn Test/Audit', 'warn Test/Daily', 'warn Test/Fleet', 'warn Test/Influx', 'warn Test/Loud', 'warn Test/Tracker', 'warn Test/Vpc',
  ])
})
