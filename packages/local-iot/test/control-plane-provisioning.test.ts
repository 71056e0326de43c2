import {
  CreateProvisioningTemplateCommand, CreateProvisioningTemplateVersionCommand, DeleteProvisioningTemplateCommand,
  DeleteProvisioningTemplateVersionCommand, DescribeProvisioningTemplateCommand, DescribeProvisioningTemplateVersionCommand,
  ListProvisioningTemplatesCommand, ListProvisioningTemplateVersionsCommand, ListTagsForResourceCommand, RegisterThingCommand,
  UpdateProvisioningTemplateCommand, type IoTClient,
} from '@aws-sdk/client-iot'
import { hash } from '@keg/aws-service'
import { beforeAll, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing, refusalOf, taken } from './error-of.ts'
import { contents, fleetTemplate, hookArn, provisioningRoleArn } from './fleet.ts'
import { ownCertificate, signingRequest } from './own-certificates.ts'
import { kegPolicy, useIot } from './start-iot.ts'

const started = useIot()
let control: IoTClient
beforeAll(async () => {
  control = started.control
  for (const thingGroupName of ['kegs', 'v1', 'v2']) await started.iot.call('CreateThingGroup', { thingGroupName })
  await started.iot.call('CreatePolicy', { policyName: 'kegs', policyDocument: kegPolicy() })
  for (const thingTypeName of ['small', 'large']) await started.iot.call('CreateThingType', { thingTypeName })
  await started.iot.call('CreateBillingGroup', { billingGroupName: 'beer' })
})

const arn = (resource: string) => `arn:aws:iot:us-east-1:123456789012:${resource}`
const templateBody = fleetTemplate()
const create = (templateName: string, more: object = {}) =>
  control.send(new CreateProvisioningTemplateCommand({ templateName, templateBody, provisioningRoleArn, ...more }))

describe('provisioning templates', () => {
  it('are created, described, changed and deleted, with their versions', async () => {
    const templateName = 'first'
    const tags = [{ Key: 'a', Value: 'b' }]
    expect(await create(templateName, { description: 'd', tags })).toMatchObject({
      templateArn: arn('provisioningtemplate/first'), templateName, defaultVersionId: 1,
    })
    expect((await control.send(new ListTagsForResourceCommand({ resourceArn: arn('provisioningtemplate/first') }))).tags).toEqual(tags)
    const describe = () => control.send(new DescribeProvisioningTemplateCommand({ templateName }))
    expect(await describe()).toMatchObject({
      templateName, description: 'd', enabled: false, type: 'FLEET_PROVISIONING', templateBody, provisioningRoleArn, defaultVersionId: 1,
    })
    const other = fleetTemplate({}, { Mappings: { a: { b: { c: 'd' } } } })
    const version = (setAsDefault: boolean) =>
      control.send(new CreateProvisioningTemplateVersionCommand({ templateName, templateBody: other, setAsDefault }))
    expect(await version(false)).toMatchObject({ versionId: 2, isDefaultVersion: false })
    expect((await describe()).templateBody).toBe(templateBody)
    expect(await version(true)).toMatchObject({ versionId: 3, isDefaultVersion: true })
    expect(await describe()).toMatchObject({ templateBody: other, defaultVersionId: 3 })
    await control.send(new UpdateProvisioningTemplateCommand({
      templateName, enabled: true, defaultVersionId: 1, preProvisioningHook: { targetArn: hookArn },
    }))
    expect(await describe()).toMatchObject({
      enabled: true, templateBody, preProvisioningHook: { targetArn: hookArn, payloadVersion: '2020-04-01' },
    })
    await control.send(new UpdateProvisioningTemplateCommand({ templateName, removePreProvisioningHook: true }))
    expect((await describe()).preProvisioningHook).toBeUndefined()
    expect(await refusalOf(control.send(new DeleteProvisioningTemplateVersionCommand({ templateName, versionId: 1 })))).toEqual({
      name: 'DeleteConflictException', status: 409,
    })
    await control.send(new DeleteProvisioningTemplateVersionCommand({ templateName, versionId: 3 }))
    expect(await refusalOf(control.send(new DescribeProvisioningTemplateVersionCommand({ templateName, versionId: 3 })))).toEqual(missing)
    expect(await control.send(new DescribeProvisioningTemplateVersionCommand({ templateName, versionId: 2 }))).toMatchObject({
      templateBody: other, isDefaultVersion: false,
    })
    for (const versionId of [4, 5, 6]) expect(await version(false)).toMatchObject({ versionId })
    expect(await refusalOf(version(false))).toEqual({ name: 'VersionsLimitExceededException', status: 409 })
    const listed = await control.send(new ListProvisioningTemplateVersionsCommand({ templateName, maxResults: 4 }))
    expect(listed.versions?.map(({ versionId, isDefaultVersion }) => [versionId, isDefaultVersion])).toEqual([
      [1, true], [2, false], [4, false], [5, false],
    ])
    const { versions } = await control.send(new ListProvisioningTemplateVersionsCommand({ templateName, nextToken: listed.nextToken }))
    expect(versions).toMatchObject([{ versionId: 6 }])
    await create('second', { type: 'JITP', enabled: true })
    const { templates } = await control.send(new ListProvisioningTemplatesCommand({}))
    expect(templates).toMatchObject([{ templateName, enabled: true, type: 'FLEET_PROVISIONING' }, { templateName: 'second', type: 'JITP' }])
    await control.send(new DeleteProvisioningTemplateCommand({ templateName }))
    expect(await refusalOf(describe())).toEqual(missing)
    expect(await refusalOf(control.send(new ListTagsForResourceCommand({ resourceArn: arn('provisioningtemplate/first') }))))
      .toEqual(missing)
  })

  it.each<[string, object, object]>([
    ['no JSON', { templateBody: '{' }, invalid],
    ['no resources', { templateBody: '{}' }, invalid],
    ['a role that is none', { provisioningRoleArn: 'arn:aws:iam::123456789012:user/me' }, invalid],
    ['a hook that is no function', { preProvisioningHook: { targetArn: 'arn:aws:sns:us-east-1:123456789012:topic' } }, invalid],
    ['a hook of another payload', { preProvisioningHook: { targetArn: hookArn, payloadVersion: '2019-01-01' } }, invalid],
    ['a hook and type JITP', { type: 'JITP', preProvisioningHook: { targetArn: hookArn } }, invalid],
    ['a type that there is not', { type: 'BULK' }, invalid],
    ['a name that is taken', { templateName: 'second' }, taken],
  ])('with %s are refused', async (_, more, error) => {
    expect(await refusalOf(create('third', more))).toEqual(error)
    expect(await refusalOf(control.send(new DescribeProvisioningTemplateCommand({ templateName: 'third' })))).toEqual(missing)
  })

  it('say what is wrong with them, and where', async () => {
    const wrong = fleetTemplate({ thing: { Type: 'AWS::IoT::Thing', Properties: { Name: 'a' } } })
    expect(await errorOf(create('third', { templateBody: wrong }))).toMatchObject({
      message: expect.stringMatching(/^Resources\.thing\.Properties\.Name: is no property/),
    })
  })

  it.each<[string, object, object]>([
    ['has no such version', { defaultVersionId: 9 }, missing],
    ['gets and loses a hook at once', { preProvisioningHook: { targetArn: hookArn }, removePreProvisioningHook: true }, invalid],
  ])('are not updated where one %s', async (_, more, error) => {
    expect(await refusalOf(control.send(new UpdateProvisioningTemplateCommand({ templateName: 'second', ...more })))).toEqual(error)
  })
})

// API_RegisterThing.html, provision-template.html#override-settings
describe('RegisterThing', () => {
  const policyDocument = kegPolicy()
  const body = (
    properties: object,
    settings: object = {},
    certificate: object = { CertificateSigningRequest: { Ref: 'Csr' } },
    certificateSettings?: object,
  ) => JSON.stringify({
    Parameters: { Csr: { Type: 'String', Default: '-' } },
    Resources: {
      keg: { Type: 'AWS::IoT::Thing', Properties: { ThingName: 'reg', ...properties }, OverrideSettings: settings },
      cert: { Type: 'AWS::IoT::Certificate', Properties: certificate, OverrideSettings: certificateSettings },
      own: { Type: 'AWS::IoT::Policy', Properties: { PolicyDocument: policyDocument } },
    },
  })
  const run = async (template: string, parameters?: Record<string, string>) =>
    control.send(new RegisterThingCommand({
      templateBody: template, parameters: parameters ?? { Csr: (await signingRequest('CN=reg')).pem },
    }))
  const registered = async () => {
    const { attributes, thingTypeName, billingGroupName } = await started.iot.call('DescribeThing', { thingName: 'reg' })
    const { thingGroups } = await started.iot.call('ListThingGroupsForThing', { thingName: 'reg' })
    return { attributes, thingTypeName, billingGroupName, groups: thingGroups?.map(({ groupName }) => groupName).sort() }
  }

  it('makes thing, certificate and policy, each attached', async () => {
    const answer = await run(body({ AttributePayload: { a: '1' }, ThingTypeName: 'small', ThingGroups: ['v1'], BillingGroup: 'beer' }, {}, {
      CertificateSigningRequest: { Ref: 'Csr' }, ThingPrincipalType: 'EXCLUSIVE_THING',
    }))
    const policyName = hash(policyDocument)
    expect(answer).toMatchObject({
      certificatePem: expect.stringContaining('BEGIN CERTIFICATE'),
      resourceArns: { keg: arn('thing/reg'), own: arn(`policy/${policyName}`) },
    })
    expect(await registered()).toEqual({ attributes: { a: '1' }, thingTypeName: 'small', billingGroupName: 'beer', groups: ['v1'] })
    const target = answer.resourceArns?.['cert'] ?? ''
    expect((await started.iot.call('ListAttachedPolicies', { target })).policies).toMatchObject([{ policyName }])
    const { principalThingObjects } = await started.iot.call('ListPrincipalThingsV2', { principal: target })
    expect(principalThingObjects).toEqual([{ thingName: 'reg', thingPrincipalType: 'EXCLUSIVE_THING' }])
  })

  const other = { AttributePayload: { b: '2' }, ThingTypeName: 'large', ThingGroups: ['v2'] }
  it.each<[settings: object, after: object]>([
    [{}, { attributes: { a: '1' }, thingTypeName: 'small', groups: ['v1'] }],
    [{ AttributePayload: 'DO_NOTHING', ThingTypeName: 'DO_NOTHING', ThingGroups: 'DO_NOTHING' }, {
      attributes: { a: '1' }, thingTypeName: 'small', groups: ['v1'],
    }],
    [{ AttributePayload: 'MERGE', ThingGroups: 'MERGE' }, { attributes: { a: '1', b: '2' }, thingTypeName: 'small', groups: ['v1', 'v2'] }],
    [{ AttributePayload: 'REPLACE', ThingTypeName: 'REPLACE', ThingGroups: 'REPLACE' }, {
      attributes: { b: '2' }, thingTypeName: 'large', groups: ['v2'],
    }],
  ])('of a thing that is there: %j', async (settings, after) => {
    const reset = { AttributePayload: 'REPLACE', ThingTypeName: 'REPLACE', ThingGroups: 'REPLACE' }
    await run(body({ AttributePayload: { a: '1' }, ThingTypeName: 'small', ThingGroups: ['v1'] }, reset))
    await run(body(other, settings))
    expect(await registered()).toEqual({ billingGroupName: 'beer', ...after })
  })

  it.each(['AttributePayload', 'ThingTypeName', 'ThingGroups'])('fails by FAIL for %s, and changes nothing', async (property) => {
    const before = await contents(started.iot)
    expect(await refusalOf(
      run(body(other, { AttributePayload: 'REPLACE', ThingTypeName: 'REPLACE', ThingGroups: 'REPLACE', [property]: 'FAIL' })),
    )).toEqual({ name: 'ResourceConflictsException', status: 409 })
    expect(await contents(started.iot)).toEqual(before)
  })

  it('takes a certificate of a registered CA, and changes the status of one that is there as its override says', async () => {
    const ca = await ownCertificate('CN=Bulk CA', { isCa: true })
    await started.iot.call('RegisterCACertificate', { caCertificate: ca.pem, certificateMode: 'SNI_ONLY', setAsActive: true })
    const { pem } = await ownCertificate('CN=bulk', { issuer: ca })
    const withPem = (status: string, settings?: object) =>
      run(body({}, {}, { CertificatePem: { Ref: 'Pem' }, CACertificatePem: ca.pem, Status: status }, settings), { Pem: pem })
    const status = async () => {
      const certificateId = (await withPem('ACTIVE')).resourceArns?.['cert']?.split('/')[1] ?? ''
      return (await started.iot.call('DescribeCertificate', { certificateId })).certificateDescription?.status
    }
    await withPem('INACTIVE')
    expect(await status()).toBe('INACTIVE')
    await withPem('ACTIVE', { Status: 'REPLACE' })
    expect(await status()).toBe('ACTIVE')
    expect(await refusalOf(withPem('INACTIVE', { Status: 'FAIL' }))).toEqual({ name: 'ResourceConflictsException', status: 409 })
  })

  const failed = { name: 'ResourceRegistrationFailureException', status: 400 }
  it.each<[string, string, Record<string, string> | undefined, object]>([
    ['a parameter is missing', body({ AttributePayload: { a: { Ref: 'Nothing' } } }), {}, invalid],
    ['the template is none', '{}', {}, invalid],
    ['the signing request is none', body({}), { Csr: 'what?' }, failed],
    ['the certificate is nobody\'s', body({}, {}, { CertificateId: 'a'.repeat(64) }), {}, failed],
    ['no registered CA signed the certificate', body({}, {}, { CertificatePem: 'what?' }), {}, failed],
    ['the thing group is not there', body({ ThingGroups: ['nowhere'] }, { ThingGroups: 'REPLACE' }), undefined, failed],
    ['the billing group is not there', body({ ThingName: 'new', BillingGroup: 'wine' }), undefined, failed],
    [
      'the thing has too many attributes', body({ ThingName: 'new', AttributePayload: { a: '1', b: '2', c: '3', d: '4' } }), undefined,
      failed,
    ],
  ])('changes nothing where %s', async (_, template, parameters, error) => {
    const before = await contents(started.iot)
    expect(await refusalOf(run(template, parameters))).toEqual(error)
    expect(await contents(started.iot)).toEqual(before)
  })
})
