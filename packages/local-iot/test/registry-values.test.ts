import { openAwsBroker } from '@keg/mqtt-broker/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCertificateAuthority, type LocalCertificateAuthority } from '../src/adapters/certificate-authority.ts'
import { openDataDirectory, type DataDirectory } from '../src/adapters/data-directory.ts'
import { EventConfigurations } from '../src/event-configurations/event-configurations.ts'
import { JobService } from '../src/jobs/job-service.ts'
import { callOperation } from '../src/operations/call.ts'
import type { IotCore } from '../src/operations/iot-core.ts'
import { IotState } from '../src/state/iot-state.ts'
import { jobRegistry } from '../src/state/job-targets.ts'
import { ownCertificate, signingRequest } from './own-certificates.ts'
import { kegPolicy } from './start-iot.ts'
import { UsageMeter } from '../src/metering/usage-meter.ts'

let directory: DataDirectory
let authority: LocalCertificateAuthority
beforeAll(async () => {
  directory = await openDataDirectory(undefined)
  authority = await openCertificateAuthority(directory, Date.now())
})
afterAll(() => directory.close())

/** Every table of the registry, by its name. */
const tablesOf = (state: IotState) =>
  [...Object.entries(state), ...Object.entries(state.attachments)].filter((entry): entry is [string, Map<string, unknown>] =>
    entry[1] instanceof Map)

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return
  Object.freeze(value)
  for (const part of Object.values(value)) deepFreeze(part)
}

it('are JSON, and are replaced instead of changed', async () => {
  const { broker, clock } = openAwsBroker()
  const meter = new UsageMeter(() => clock.nowMs())
  let ids = 0
  const state = new IotState({
    region: 'us-east-1', accountId: '123456789012', clock, newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
  })
  // What the operations of the registry ask for; rules and shadows have no part in it.
  const events = new EventConfigurations({ table: state.eventConfigurations, clock, publish: (message) => broker.publish(message) })
  const jobs = new JobService({
    tables: state, clock, newId: state.newId, registry: jobRegistry(state), objects: undefined, installed: () => undefined,
    announce: events.announce, publish: (message) => broker.publish(message),
  })
  const core = { state, authority, broker, meter, events, jobs } as unknown as IotCore
  const run = async (name: string, input: object): Promise<Record<string, string>> => {
    const output = await callOperation(name, input, core)
    for (const [table, values] of tablesOf(state)) {
      for (const value of values.values()) {
        // An authorizer has its dates as AWS's shape has them.
        if (table !== 'authorizers') expect(JSON.parse(JSON.stringify(value)), table).toEqual(value)
        deepFreeze(value)
      }
    }
    return (output ?? {}) as Record<string, string>
  }
  const tags = [{ Key: 'a', Value: 'b' }]
  const ca = await ownCertificate('CN=CA', { isCa: true })
  await run('CreateThingType', { thingTypeName: 'Keg', thingTypeProperties: { searchableAttributes: ['siteId'] }, tags })
  await run('UpdateThingType', { thingTypeName: 'Keg', thingTypeProperties: { thingTypeDescription: 'a keg' } })
  await run('CreateBillingGroup', { billingGroupName: 'bars' })
  await run('CreateThing', {
    thingName: 'keg-1', thingTypeName: 'Keg', billingGroupName: 'bars', attributePayload: { attributes: { siteId: 'berlin' } },
  })
  await run('UpdateThing', { thingName: 'keg-1', attributePayload: { attributes: { size: '30l' }, merge: true } })
  await run('DeprecateThingType', { thingTypeName: 'Keg' })
  await run('CreateThingGroup', { thingGroupName: 'world', tags })
  await run('CreateThingGroup', { thingGroupName: 'berlin', parentGroupName: 'world' })
  await run('UpdateThingGroup', { thingGroupName: 'berlin', thingGroupProperties: { attributePayload: { attributes: { a: '1' } } } })
  await run('AddThingToThingGroup', { thingName: 'keg-1', thingGroupName: 'berlin' })
  const { certificateArn: target = '', certificateId = '' } = await run('CreateKeysAndCertificate', { setAsActive: true })
  await run('CreateCertificateFromCsr', { certificateSigningRequest: (await signingRequest('CN=keg')).pem })
  await run('RegisterCACertificate', { caCertificate: ca.pem, certificateMode: 'SNI_ONLY', setAsActive: true, tags })
  await run('RegisterCertificate', { certificatePem: (await ownCertificate('CN=own', { issuer: ca })).pem })
  await run('CreatePolicy', { policyName: 'all', policyDocument: kegPolicy(), tags })
  await run('CreatePolicyVersion', { policyName: 'all', policyDocument: kegPolicy(), setAsDefault: true })
  await run('DeletePolicyVersion', { policyName: 'all', policyVersionId: '1' })
  for (const to of [target, state.arn('thinggroup/world')]) await run('AttachPolicy', { policyName: 'all', target: to })
  await run('AttachThingPrincipal', { thingName: 'keg-1', principal: target })
  await run('UpdateCertificate', { certificateId, newStatus: 'INACTIVE' })
  await run('TagResource', { resourceArn: state.arn('policy/all'), tags: [{ Key: 'c', Value: 'd' }] })
  await run('UntagResource', { resourceArn: state.arn('policy/all'), tagKeys: ['a'] })
  await run('CreateAuthorizer', {
    authorizerName: 'people', authorizerFunctionArn: 'arn:aws:lambda:us-east-1:123456789012:function:f', signingDisabled: true,
  })
  await run('UpdateAuthorizer', { authorizerName: 'people', status: 'ACTIVE' })
  await run('SetDefaultAuthorizer', { authorizerName: 'people' })
  await run('CreateRoleAlias', { roleAlias: 'reader', roleArn: 'arn:aws:iam::123456789012:role/reader' })
  await run('UpdateRoleAlias', { roleAlias: 'reader', credentialDurationSeconds: 900 })
  await run('CreateDomainConfiguration', { domainConfigurationName: 'bars', authorizerConfig: { defaultAuthorizerName: 'people' } })
  await run('UpdateDomainConfiguration', { domainConfigurationName: 'bars', domainConfigurationStatus: 'DISABLED' })
  await run('SetV2LoggingOptions', { roleArn: 'arn:aws:iam::123456789012:role/logs' })
  await run('SetV2LoggingLevel', { logTarget: { targetType: 'THING_GROUP', targetName: 'world' }, logLevel: 'INFO' })
  await run('UpdateEventConfigurations', { eventConfigurations: { JOB: { Enabled: true } } })
  await run('CreateJobTemplate', {
    jobTemplateId: 'update', description: 'updates', document: '{"do":"update"}', timeoutConfig: { inProgressTimeoutInMinutes: 1 },
  })
  await run('CreateJob', {
    jobId: 'update', targets: [state.arn('thinggroup/world')], targetSelection: 'CONTINUOUS',
    jobTemplateArn: state.arn('jobtemplate/update'), tags,
  })
  jobs.device.startNext('keg-1', { statusDetails: { step: '1' }, stepTimeoutInMinutes: 1 })
  await run('UpdateJob', { jobId: 'update', description: 'slower' })
  await run('CancelJobExecution', { jobId: 'update', thingName: 'keg-1', force: true })
  await run('RemoveThingFromThingGroup', { thingName: 'keg-1', thingGroupName: 'berlin' })
  await run('DetachThingPrincipal', { thingName: 'keg-1', principal: target })
  await run('DetachPolicy', { policyName: 'all', target })
  await run('DeleteCertificate', { certificateId })
  await run('DeleteBillingGroup', { billingGroupName: 'bars' })
  expect(tablesOf(state).filter(([, values]) => values.size > 0).map(([name]) => name).sort()).toEqual([
    'authorizers', 'caCertificates', 'certificates', 'domainConfigurations', 'eventConfigurations', 'jobExecutions', 'jobTemplates', 'jobs',
    'loggingLevels', 'loggingOptions', 'policies', 'policies', 'roleAliases', 'settings', 'tags', 'thingGroups', 'thingTypes', 'things',
  ])
})
