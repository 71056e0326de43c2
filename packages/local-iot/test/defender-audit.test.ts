import {
  AttachSecurityProfileCommand, CancelAuditTaskCommand, CreateAuditSuppressionCommand, CreateMitigationActionCommand,
  CreateScheduledAuditCommand, CreateSecurityProfileCommand, CreateThingGroupCommand, DeleteAccountAuditConfigurationCommand,
  DescribeAccountAuditConfigurationCommand, DescribeAuditFindingCommand, DescribeAuditMitigationActionsTaskCommand,
  DescribeAuditTaskCommand, DescribeCertificateCommand, DescribeDetectMitigationActionsTaskCommand, DescribeMitigationActionCommand,
  GetPolicyCommand, ListActiveViolationsCommand, ListAuditFindingsCommand, ListAuditMitigationActionsExecutionsCommand,
  ListAuditTasksCommand, ListDetectMitigationActionsExecutionsCommand, ListRelatedResourcesForAuditFindingCommand,
  ListThingGroupsForThingCommand, StartAuditMitigationActionsTaskCommand, StartDetectMitigationActionsTaskCommand,
  StartOnDemandAuditTaskCommand, UpdateAccountAuditConfigurationCommand, type AuditFinding,
} from '@aws-sdk/client-iot'
import mqtt from 'mqtt'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ActionRequests } from '../src/actions/requests.ts'
import { invalid, missing, refusalOf, taken } from './error-of.ts'
import { movedClock } from './moved-clock.ts'
import { kegPolicy, provision, startIot, until } from './start-iot.ts'

const DAY_MS = 86_400_000
const roleArn = 'arn:aws:iam::123456789012:role/audit'
const topicArn = 'arn:aws:sns:us-east-1:123456789012:audits'
const SHARED = 'DEVICE_CERTIFICATE_SHARED_CHECK'
const BROAD = 'IOT_POLICY_OVERLY_PERMISSIVE_CHECK'

let clock: ReturnType<typeof movedClock>
let local: Awaited<ReturnType<typeof startIot>>
let told: Record<string, unknown>[]
beforeEach(async () => {
  clock = movedClock()
  told = []
  const sns = (request: ActionRequests['sns']) => Promise.resolve(told.push(JSON.parse(request.Message) as Record<string, unknown>))
  local = await startIot({ clock, quotas: 'off', actions: { sns } })
})
afterEach(() => local[Symbol.asyncDispose]())

const enable = (...names: string[]) => local.control.send(new UpdateAccountAuditConfigurationCommand({
  roleArn, auditCheckConfigurations: Object.fromEntries(names.map((name) => [name, { enabled: true }])),
}))

/** Waits until the core says so. */
async function eventually<Answer>(ask: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (isSo(answer)) return answer
    // What is asked in this process answers without a turn for others.
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function audit(...targetCheckNames: string[]) {
  await enable(...targetCheckNames)
  const { taskId } = await local.control.send(new StartOnDemandAuditTaskCommand({ targetCheckNames }))
  await eventually(
    () => local.control.send(new DescribeAuditTaskCommand({ taskId })), ({ taskStatus }) => taskStatus !== 'IN_PROGRESS',
  )
  return taskId
}

const findingsOf = async (taskId: string | undefined): Promise<AuditFinding[]> =>
  (await local.control.send(new ListAuditFindingsCommand({ taskId }))).findings ?? []

const connect = async (clientId: string, { cert, key, ca }: { cert: string; key: string; ca: string }) =>
  mqtt.connectAsync(local.iot.endpoints.mqtts, { clientId, cert, key, ca, reconnectPeriod: 0, keepalive: 1200 })

async function shareCertificate() {
  const keg = await provision(local.iot, 'keg-1')
  const clients = await Promise.all(['keg-1', 'keg-2'].map((clientId) => connect(clientId, keg)))
  return { ...keg, close: () => Promise.all(clients.map((client) => client.endAsync(true))) }
}

describe('an audit', () => {
  it('finds a shared certificate, and an overly permissive policy', async () => {
    const { certificateId, close } = await shareCertificate()
    const findings = await findingsOf(await audit(SHARED, BROAD))
    expect(findings.map(({ checkName, severity, reasonForNonComplianceCode, nonCompliantResource }) => [
      checkName, severity, reasonForNonComplianceCode, nonCompliantResource?.resourceIdentifier,
    ]).sort()).toEqual([
      [SHARED, 'CRITICAL', 'CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES', { deviceCertificateId: certificateId }],
      [BROAD, 'CRITICAL', 'ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS', {
        policyVersionIdentifier: { policyName: 'keg-1-policy', policyVersionId: '1' },
      }],
    ])
    const shared = findings.find(({ checkName }) => checkName === SHARED)
    const { relatedResources } = await local.control.send(new ListRelatedResourcesForAuditFindingCommand({ findingId: shared?.findingId }))
    expect(relatedResources?.map(({ resourceIdentifier }) => resourceIdentifier?.clientId).sort()).toEqual(['keg-1', 'keg-2'])
    const { finding } = await local.control.send(new DescribeAuditFindingCommand({ findingId: shared?.findingId }))
    expect(finding).toMatchObject({ checkName: SHARED, isSuppressed: false })
    await close()
  })

  it('finds client ids that put each other off the line', async () => {
    const [one, two] = [await provision(local.iot, 'keg-1'), await provision(local.iot, 'keg-2')]
    const first = await connect('tap', one)
    const gone = new Promise<void>((resolve) => first.once('close', () => resolve()))
    const second = await connect('tap', two)
    await gone
    expect(await findingsOf(await audit('CONFLICTING_CLIENT_IDS_CHECK'))).toMatchObject([{
      severity: 'HIGH', reasonForNonComplianceCode: 'DUPLICATE_CLIENT_ID_ACROSS_CONNECTIONS',
      nonCompliantResource: { resourceIdentifier: { clientId: 'tap' } },
      relatedResources: [{ resourceIdentifier: { deviceCertificateId: one.certificateId } }],
    }])
    await second.endAsync(true)
  })

  it('finds certificates that expire soon, and old ones, by days that are configured', async () => {
    const { certificateId } = await provision(local.iot, 'keg-1')
    await local.control.send(new UpdateAccountAuditConfigurationCommand({ roleArn, auditCheckConfigurations: {
      DEVICE_CERTIFICATE_EXPIRING_CHECK: { enabled: true, configuration: { CERT_EXPIRATION_THRESHOLD_IN_DAYS: '3652' } },
      DEVICE_CERTIFICATE_AGE_CHECK: { enabled: true, configuration: { CERT_AGE_THRESHOLD_IN_DAYS: '30' } },
    } }))
    const checks = ['DEVICE_CERTIFICATE_EXPIRING_CHECK', 'DEVICE_CERTIFICATE_AGE_CHECK']
    expect(await findingsOf(await audit(...checks))).toEqual([])
    clock.advance(31 * DAY_MS)
    const aged = await findingsOf(await audit(...checks))
    expect(aged).toMatchObject([{ reasonForNonComplianceCode: 'CERTIFICATE_PAST_AGE_THRESHOLD', severity: 'LOW' }])
    expect(aged[0]?.nonCompliantResource?.resourceIdentifier).toEqual({ deviceCertificateId: certificateId })
    clock.advance(20 * 365 * DAY_MS)
    const codes = (await findingsOf(await audit(...checks))).map(({ reasonForNonComplianceCode }) => reasonForNonComplianceCode)
    expect(codes.sort()).toEqual(['CERTIFICATE_APPROACHING_EXPIRATION', 'CERTIFICATE_PAST_AGE_THRESHOLD'])
  })

  it('says how each check went, and fails those that nobody here can answer', async () => {
    await provision(local.iot, 'keg-1')
    const taskId = await audit(BROAD, 'DEVICE_CERTIFICATE_KEY_QUALITY_CHECK', 'IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK')
    const task = await local.control.send(new DescribeAuditTaskCommand({ taskId }))
    expect(task).toMatchObject({
      taskStatus: 'COMPLETED', taskType: 'ON_DEMAND_AUDIT_TASK',
      taskStatistics: { totalChecks: 3, compliantChecks: 1, nonCompliantChecks: 1, failedChecks: 1, inProgressChecks: 0 },
      auditDetails: {
        [BROAD]: { checkRunStatus: 'COMPLETED_NON_COMPLIANT', checkCompliant: false, totalResourcesCount: 1, nonCompliantResourcesCount: 1 },
        DEVICE_CERTIFICATE_KEY_QUALITY_CHECK: { checkRunStatus: 'COMPLETED_COMPLIANT', totalResourcesCount: 1 },
        IOT_ROLE_ALIAS_OVERLY_PERMISSIVE_CHECK: { checkRunStatus: 'FAILED', errorCode: 'INSUFFICIENT_PERMISSIONS' },
      },
    })
    const { tasks } = await local.control.send(new ListAuditTasksCommand({ startTime: new Date(0), endTime: new Date(clock.nowMs()) }))
    expect(tasks).toEqual([{ taskId, taskStatus: 'COMPLETED', taskType: 'ON_DEMAND_AUDIT_TASK' }])
    expect(await refusalOf(local.control.send(new CancelAuditTaskCommand({ taskId })))).toEqual(invalid)
  })

  it('leaves out what is suppressed, until that is over', async () => {
    await provision(local.iot, 'keg-1')
    const resourceIdentifier = { policyVersionIdentifier: { policyVersionId: '1', policyName: 'keg-1-policy' } }
    const expirationDate = new Date(clock.nowMs() + DAY_MS)
    await local.control.send(new CreateAuditSuppressionCommand({
      checkName: BROAD, resourceIdentifier, expirationDate, clientRequestToken: 'a',
    }))
    const taskId = await audit(BROAD)
    expect(await findingsOf(taskId)).toEqual([])
    expect((await local.control.send(new ListAuditFindingsCommand({ taskId, listSuppressedFindings: true }))).findings).toHaveLength(1)
    clock.advance(2 * DAY_MS)
    expect(await findingsOf(await audit(BROAD))).toHaveLength(1)
  })

  it('is begun on its day, and tells SNS', async () => {
    await provision(local.iot, 'keg-1')
    await local.control.send(new UpdateAccountAuditConfigurationCommand({
      roleArn, auditCheckConfigurations: { [BROAD]: { enabled: true } },
      auditNotificationTargetConfigurations: { SNS: { enabled: true, targetArn: topicArn, roleArn } },
    }))
    await local.control.send(new CreateScheduledAuditCommand({ scheduledAuditName: 'nightly', frequency: 'DAILY', targetCheckNames: [BROAD] }))
    clock.advance(DAY_MS)
    await until(() => told.length === 1)
    expect(told[0]).toMatchObject({
      taskStatus: 'COMPLETED', taskType: 'SCHEDULED_AUDIT_TASK', scheduledAuditName: 'nightly', nonCompliantChecksCount: 1,
      auditDetails: [{ checkName: BROAD, checkRunStatus: 'COMPLETED_NON_COMPLIANT', nonCompliantResourcesCount: 1 }],
    })
  })
})

describe('mitigation of what an audit has found', () => {
  const action = (actionName: string, actionParams: object) =>
    local.control.send(new CreateMitigationActionCommand({ actionName, roleArn, actionParams }))
  const mitigate = async (auditTaskId: string | undefined, auditCheckToActionsMapping: Record<string, string[]>) => {
    await local.control.send(new StartAuditMitigationActionsTaskCommand({
      taskId: 'mend', target: { auditTaskId }, auditCheckToActionsMapping, clientRequestToken: 'a',
    }))
    return eventually(
      () => local.control.send(new DescribeAuditMitigationActionsTaskCommand({ taskId: 'mend' })), ({ taskStatus }) => taskStatus !== 'IN_PROGRESS',
    )
  }

  it('deactivates the certificate, which ends its connections, quarantines its things, and tells SNS', async () => {
    const { certificateId } = await shareCertificate()
    await local.control.send(new CreateThingGroupCommand({ thingGroupName: 'quarantine' }))
    await action('deactivate', { updateDeviceCertificateParams: { action: 'DEACTIVATE' } })
    await action('quarantine', { addThingsToThingGroupParams: { thingGroupNames: ['quarantine'] } })
    await action('tell', { publishFindingToSnsParams: { topicArn } })
    const task = await mitigate(await audit(SHARED), { [SHARED]: ['quarantine', 'deactivate', 'tell'] })
    expect(task).toMatchObject({ taskStatus: 'COMPLETED', taskStatistics: { [SHARED]: { totalFindingsCount: 1, succeededFindingsCount: 1 } } })
    const { certificateDescription } = await local.control.send(new DescribeCertificateCommand({ certificateId }))
    expect(certificateDescription?.status).toBe('INACTIVE')
    const { thingGroups } = await local.control.send(new ListThingGroupsForThingCommand({ thingName: 'keg-1' }))
    expect(thingGroups?.map(({ groupName }) => groupName)).toEqual(['quarantine'])
    expect(told).toMatchObject([{ checkName: SHARED, reasonForNonComplianceCode: 'CERTIFICATE_SHARED_BY_MULTIPLE_DEVICES', severity: 'CRITICAL' }])
    await until(() => local.log.filter(({ event }) => event === 'disconnected').length === 2)
  })

  it('replaces a policy by one that allows nothing', async () => {
    await provision(local.iot, 'keg-1')
    await action('blank', { replaceDefaultPolicyVersionParams: { templateName: 'BLANK_POLICY' } })
    await mitigate(await audit(BROAD), { [BROAD]: ['blank'] })
    expect(await local.control.send(new GetPolicyCommand({ policyName: 'keg-1-policy' }))).toMatchObject({ defaultVersionId: '2' })
    expect(await findingsOf(await audit(BROAD))).toEqual([])
  })

  it('turns logging on', async () => {
    await action('log', { enableIoTLoggingParams: { roleArnForLogging: roleArn, logLevel: 'WARN' } })
    await mitigate(await audit('LOGGING_DISABLED_CHECK'), { LOGGING_DISABLED_CHECK: ['log'] })
    expect(await findingsOf(await audit('LOGGING_DISABLED_CHECK'))).toEqual([])
  })

  it('skips what follows an action that fails, and says why', async () => {
    const { close } = await shareCertificate()
    await action('nowhere', { addThingsToThingGroupParams: { thingGroupNames: ['nowhere'] } })
    await action('tell', { publishFindingToSnsParams: { topicArn } })
    const taskId = await audit(SHARED)
    expect(await mitigate(taskId, { [SHARED]: ['nowhere', 'tell'] })).toMatchObject({
      taskStatus: 'FAILED', taskStatistics: { [SHARED]: { failedFindingsCount: 1, succeededFindingsCount: 0 } },
    })
    const [finding] = await findingsOf(taskId)
    const { actionsExecutions } = await local.control.send(new ListAuditMitigationActionsExecutionsCommand({
      taskId: 'mend', findingId: finding?.findingId,
    }))
    expect(actionsExecutions?.map(({ actionName, status, errorCode }) => [actionName, status, errorCode])).toEqual([
      ['nowhere', 'FAILED', 'ResourceNotFoundException'], ['tell', 'SKIPPED', undefined],
    ])
    expect(told).toEqual([])
    await close()
  })
})

it('has what a restart cuts off be FAILED', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'keg-audit-'))
  const open = () => startIot({ dataDir })
  const [running] = [await open()]
  for (let at = 0; at < 200; at++) {
    await running.iot.call('CreatePolicy', { policyName: `p-${at}`, policyDocument: kegPolicy() })
  }
  await running.iot.call('UpdateAccountAuditConfiguration', { roleArn, auditCheckConfigurations: { [BROAD]: { enabled: true } } })
  const { taskId = '' } = await running.iot.call('StartOnDemandAuditTask', { targetCheckNames: [BROAD] })
  await running[Symbol.asyncDispose]()
  const again = await open()
  expect(await again.iot.call('DescribeAuditTask', { taskId })).toMatchObject({
    taskStatus: 'FAILED', auditDetails: { [BROAD]: { checkRunStatus: 'FAILED' } },
  })
  expect(running.log.filter(({ event }) => event === 'operation-failed')).toEqual([])
  await again[Symbol.asyncDispose]()
  rmSync(dataDir, { recursive: true })
})

it('overrides dynamic groups where an action says so', async () => {
  const { close } = await shareCertificate()
  const { iot } = local
  await iot.call('UpdateIndexingConfiguration', { thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY' } })
  await iot.call('CreateDynamicThingGroup', { thingGroupName: 'all', queryString: 'thingName:keg-1' })
  for (let at = 0; at < 9; at++) {
    await iot.call('CreateThingGroup', { thingGroupName: `g-${at}` })
    await iot.call('AddThingToThingGroup', { thingName: 'keg-1', thingGroupName: `g-${at}` })
  }
  clock.advance(1)
  await iot.call('CreateThingGroup', { thingGroupName: 'quarantine' })
  await iot.call('CreateMitigationAction', { actionName: 'q', roleArn, actionParams: {
    addThingsToThingGroupParams: { thingGroupNames: ['quarantine'], overrideDynamicGroups: true },
  } })
  const auditTaskId = await audit(SHARED)
  await iot.call('StartAuditMitigationActionsTask', {
    taskId: 'mend', target: { auditTaskId }, auditCheckToActionsMapping: { [SHARED]: ['q'] }, clientRequestToken: 'a',
  })
  const { taskStatus } = await eventually(
    () => iot.call('DescribeAuditMitigationActionsTask', { taskId: 'mend' }), ({ taskStatus: status }) => status !== 'IN_PROGRESS',
  )
  expect(taskStatus).toBe('COMPLETED')
  await close()
})

it('ends at once where the core closes', async () => {
  const { iot, log } = await startIot()
  for (let at = 0; at < 200; at++) await iot.call('CreatePolicy', { policyName: `p-${at}`, policyDocument: kegPolicy() })
  await iot.call('UpdateAccountAuditConfiguration', { roleArn, auditCheckConfigurations: { [BROAD]: { enabled: true } } })
  await iot.call('StartOnDemandAuditTask', { targetCheckNames: [BROAD] })
  await iot.close()
  expect(log.filter(({ event }) => event === 'operation-failed')).toEqual([])
})

describe('mitigation of a violation', () => {
  it('quarantines the thing, whose group denies what it did', async () => {
    await local.control.send(new CreateThingGroupCommand({ thingGroupName: 'quarantine' }))
    await local.iot.call('CreatePolicy', { policyName: 'deny', policyDocument: JSON.stringify({
      Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: 'iot:Publish', Resource: '*' }],
    }) })
    await local.iot.call('AttachPolicy', { policyName: 'deny', target: 'arn:aws:iot:us-east-1:123456789012:thinggroup/quarantine' })
    await local.control.send(new CreateMitigationActionCommand({
      actionName: 'quarantine', roleArn, actionParams: { addThingsToThingGroupParams: { thingGroupNames: ['quarantine'] } },
    }))
    await local.control.send(new CreateSecurityProfileCommand({ securityProfileName: 'bar', behaviors: [{
      name: 'b', metric: 'aws:num-messages-sent', criteria: { comparisonOperator: 'less-than', value: { count: 1 }, durationSeconds: 300 },
    }] }))
    await local.control.send(new AttachSecurityProfileCommand({
      securityProfileName: 'bar', securityProfileTargetArn: 'arn:aws:iot:us-east-1:123456789012:all/things',
    }))
    const keg = await connect('keg-1', await provision(local.iot, 'keg-1'))
    await keg.publishAsync('elsewhere', 'x', { qos: 1 })
    const { activeViolations } = await local.control.send(new ListActiveViolationsCommand({}))
    const violationIds = activeViolations?.map(({ violationId = '' }) => violationId)
    await local.control.send(new StartDetectMitigationActionsTaskCommand({
      taskId: 'quarantine-1', target: { violationIds }, actions: ['quarantine'], clientRequestToken: 'a',
    }))
    const { taskSummary } = await eventually(
      () => local.control.send(new DescribeDetectMitigationActionsTaskCommand({ taskId: 'quarantine-1' })),
      (answer) => answer.taskSummary?.taskStatus !== 'IN_PROGRESS',
    )
    expect(taskSummary).toMatchObject({ taskStatus: 'SUCCESSFUL', taskStatistics: { actionsExecuted: 1, actionsFailed: 0 } })
    const { actionsExecutions } = await local.control.send(new ListDetectMitigationActionsExecutionsCommand({ taskId: 'quarantine-1' }))
    expect(actionsExecutions).toMatchObject([{ thingName: 'keg-1', actionName: 'quarantine', status: 'SUCCESSFUL' }])
    const cut = new Promise<void>((resolve) => keg.once('close', () => resolve()))
    keg.publish('elsewhere', 'x', { qos: 1 })
    await cut
  })
})

describe('bad input', () => {
  const configuration = () => local.control.send(new DescribeAccountAuditConfigurationCommand({}))
  it('leaves an account without a configuration with no check enabled', async () => {
    const { auditCheckConfigurations = {} } = await configuration()
    expect(Object.values(auditCheckConfigurations).filter(({ enabled }) => enabled)).toEqual([])
    expect(Object.keys(auditCheckConfigurations)).toHaveLength(17)
  })

  it.each<[string, () => Promise<unknown>, object]>([
    ['a check that is none', () => enable('BEER_CHECK'), invalid],
    ['no role the first time', () => local.control.send(new UpdateAccountAuditConfigurationCommand({})), invalid],
    ['days that are too few', () => local.control.send(new UpdateAccountAuditConfigurationCommand({ roleArn, auditCheckConfigurations: {
      DEVICE_CERTIFICATE_AGE_CHECK: { enabled: true, configuration: { CERT_AGE_THRESHOLD_IN_DAYS: '29' } },
    } })), invalid],
    ['an audit by a check that is not enabled', () => local.control.send(new StartOnDemandAuditTaskCommand({
      targetCheckNames: [SHARED],
    })), invalid],
    ['a check that a scheduled audit runs to be disabled', async () => {
      await enable(SHARED)
      await local.control.send(new CreateScheduledAuditCommand({ scheduledAuditName: 'a', frequency: 'DAILY', targetCheckNames: [SHARED] }))
      await local.control.send(new UpdateAccountAuditConfigurationCommand({ auditCheckConfigurations: { [SHARED]: { enabled: false } } }))
    }, invalid],
    ['a configuration with scheduled audits to be deleted', async () => {
      await enable(SHARED)
      await local.control.send(new CreateScheduledAuditCommand({ scheduledAuditName: 'a', frequency: 'DAILY', targetCheckNames: [SHARED] }))
      await local.control.send(new DeleteAccountAuditConfigurationCommand({}))
    }, invalid],
    ['a weekly audit without its day', async () => {
      await enable(SHARED)
      await local.control.send(new CreateScheduledAuditCommand({ scheduledAuditName: 'a', frequency: 'WEEKLY', targetCheckNames: [SHARED] }))
    }, invalid],
    ['a task that is none', () => local.control.send(new DescribeAuditTaskCommand({ taskId: 'none' })), missing],
    ['findings of neither a task nor a time', () => local.control.send(new ListAuditFindingsCommand({})), invalid],
    ['a finding that is none', () => local.control.send(new DescribeAuditFindingCommand({ findingId: 'none' })), missing],
    ['a suppression without an end', () => local.control.send(new CreateAuditSuppressionCommand({
      checkName: SHARED, resourceIdentifier: { deviceCertificateId: 'a'.repeat(64) }, clientRequestToken: 'a',
    })), invalid],
    ['an action of two types', () => local.control.send(new CreateMitigationActionCommand({ actionName: 'a', roleArn, actionParams: {
      publishFindingToSnsParams: { topicArn }, updateDeviceCertificateParams: { action: 'DEACTIVATE' },
    } })), invalid],
    ['an action of a name that is taken', async () => {
      const command = () => new CreateMitigationActionCommand({
        actionName: 'a', roleArn, actionParams: { publishFindingToSnsParams: { topicArn } },
      })
      await local.control.send(command())
      await local.control.send(command())
    }, taken],
    ['an action that is none', () => local.control.send(new DescribeMitigationActionCommand({ actionName: 'none' })), missing],
    ['an action that does not help with a finding', async () => {
      await local.control.send(new CreateMitigationActionCommand({ actionName: 'a', roleArn, actionParams: {
        updateDeviceCertificateParams: { action: 'DEACTIVATE' },
      } }))
      const auditTaskId = await audit(BROAD)
      await local.control.send(new StartAuditMitigationActionsTaskCommand({
        taskId: 't', target: { auditTaskId }, auditCheckToActionsMapping: { [BROAD]: ['a'] }, clientRequestToken: 'a',
      }))
    }, invalid],
    ['an action that does not help with a violation', async () => {
      await local.control.send(new CreateMitigationActionCommand({
        actionName: 'a', roleArn, actionParams: { publishFindingToSnsParams: { topicArn } },
      }))
      await local.control.send(new StartDetectMitigationActionsTaskCommand({
        taskId: 't', target: { violationIds: ['v'] }, actions: ['a'], clientRequestToken: 'a',
      }))
    }, invalid],
  ])('is refused: %s', async (_what, act, refusal) => {
    expect(await refusalOf(act())).toEqual(refusal)
  })
})
