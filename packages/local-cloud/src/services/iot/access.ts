import type { Access } from '../../ground/access.ts'
import type { AccessTable, Asked, Naming } from '../../ground/access.ts'
import { memberAccess } from './member-access.ts'

/** Method, path and resource; `{name}` in the path fills the resource's. An operation that takes no resource has `*`. */
type Row = readonly [action: string, method: string, path: string, resource: string]

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html */
const control: readonly Row[] = [
  ['DescribeEndpoint', 'GET', '/endpoint', '*'],
  ['ListThings', 'GET', '/things', '*'],
  ['CreateThing', 'POST', '/things/{name}', 'thing/{name}'],
  ['DescribeThing', 'GET', '/things/{name}', 'thing/{name}'],
  ['UpdateThing', 'PATCH', '/things/{name}', 'thing/{name}'],
  ['DeleteThing', 'DELETE', '/things/{name}', 'thing/{name}'],
  ['ListThingPrincipals', 'GET', '/things/{name}/principals', '*'],
  ['ListJobExecutionsForThing', 'GET', '/things/{name}/jobs', 'thing/{name}'],
  ['DetachThingPrincipal', 'DELETE', '/things/{name}/principals', '*'],
  ['DescribeCertificate', 'GET', '/certificates/{name}', 'cert/{name}'],
  ['ListPrincipalThings', 'GET', '/principals/things', '*'],
  ['UpdateCertificate', 'PUT', '/certificates/{name}', 'cert/{name}'],
  ['DeleteCertificate', 'DELETE', '/certificates/{name}', 'cert/{name}'],
  ['CreateKeysAndCertificate', 'POST', '/keys-and-certificate', '*'],
  ['CreatePolicy', 'POST', '/policies/{name}', 'policy/{name}'],
  ['GetPolicy', 'GET', '/policies/{name}', 'policy/{name}'],
  ['DeletePolicy', 'DELETE', '/policies/{name}', 'policy/{name}'],
  ['ListTopicRules', 'GET', '/rules', '*'],
  ['CreateTopicRule', 'POST', '/rules/{name}', 'rule/{name}'],
  ['GetTopicRule', 'GET', '/rules/{name}', 'rule/{name}'],
  ['ReplaceTopicRule', 'PATCH', '/rules/{name}', 'rule/{name}'],
  ['DeleteTopicRule', 'DELETE', '/rules/{name}', 'rule/{name}'],
  ['EnableTopicRule', 'POST', '/rules/{name}/enable', 'rule/{name}'],
  ['DisableTopicRule', 'POST', '/rules/{name}/disable', 'rule/{name}'],
  ['ListJobs', 'GET', '/jobs', '*'],
  ['DescribeJob', 'GET', '/jobs/{name}', 'job/{name}'],
  ['CancelJob', 'PUT', '/jobs/{name}/cancel', 'job/{name}'],
  ['CreateJobTemplate', 'PUT', '/job-templates/{name}', 'jobtemplate/{name}'],
  ['DescribeJobTemplate', 'GET', '/job-templates/{name}', 'jobtemplate/{name}'],
  ['DeleteJobTemplate', 'DELETE', '/job-templates/{name}', 'jobtemplate/{name}'],
  ['CreateCommand', 'PUT', '/commands/{name}', 'command/{name}'],
  ['GetCommand', 'GET', '/commands/{name}', 'command/{name}'],
  ['UpdateCommand', 'PATCH', '/commands/{name}', 'command/{name}'],
  ['DeleteCommand', 'DELETE', '/commands/{name}', 'command/{name}'],
  ['ListOTAUpdates', 'GET', '/otaUpdates', '*'],
  ['CreateOTAUpdate', 'POST', '/otaUpdates/{name}', 'otaupdate/{name}'],
  ['GetOTAUpdate', 'GET', '/otaUpdates/{name}', 'otaupdate/{name}'],
  ['DeleteOTAUpdate', 'DELETE', '/otaUpdates/{name}', 'otaupdate/{name}'],
  ['CreateCertificateProvider', 'POST', '/certificate-providers/{name}', 'certificateprovider:{name}'],
  ['DescribeCertificateProvider', 'GET', '/certificate-providers/{name}', 'certificateprovider:{name}'],
  ['UpdateCertificateProvider', 'PUT', '/certificate-providers/{name}', 'certificateprovider:{name}'],
  ['DeleteCertificateProvider', 'DELETE', '/certificate-providers/{name}', 'certificateprovider:{name}'],
  ['CreateAuthorizer', 'POST', '/authorizer/{name}', 'authorizer/{name}'],
  ['DescribeAuthorizer', 'GET', '/authorizer/{name}', 'authorizer/{name}'],
  ['UpdateAuthorizer', 'PUT', '/authorizer/{name}', 'authorizer/{name}'],
  ['DeleteAuthorizer', 'DELETE', '/authorizer/{name}', 'authorizer/{name}'],
  ['CreateSecurityProfile', 'POST', '/security-profiles/{name}', 'securityprofile/{name}'],
  ['DescribeSecurityProfile', 'GET', '/security-profiles/{name}', 'securityprofile/{name}'],
  ['UpdateSecurityProfile', 'PATCH', '/security-profiles/{name}', 'securityprofile/{name}'],
  ['DeleteSecurityProfile', 'DELETE', '/security-profiles/{name}', 'securityprofile/{name}'],
  ['CreateCustomMetric', 'POST', '/custom-metric/{name}', 'custommetric/{name}'],
  ['DescribeCustomMetric', 'GET', '/custom-metric/{name}', 'custommetric/{name}'],
  ['UpdateCustomMetric', 'PATCH', '/custom-metric/{name}', 'custommetric/{name}'],
  ['DeleteCustomMetric', 'DELETE', '/custom-metric/{name}', 'custommetric/{name}'],
  ['CreateDimension', 'POST', '/dimensions/{name}', 'dimension/{name}'],
  ['DescribeDimension', 'GET', '/dimensions/{name}', 'dimension/{name}'],
  ['UpdateDimension', 'PATCH', '/dimensions/{name}', 'dimension/{name}'],
  ['DeleteDimension', 'DELETE', '/dimensions/{name}', 'dimension/{name}'],
  ['CreateMitigationAction', 'POST', '/mitigationactions/actions/{name}', 'mitigationaction/{name}'],
  ['DescribeMitigationAction', 'GET', '/mitigationactions/actions/{name}', 'mitigationaction/{name}'],
  ['UpdateMitigationAction', 'PATCH', '/mitigationactions/actions/{name}', 'mitigationaction/{name}'],
  ['DeleteMitigationAction', 'DELETE', '/mitigationactions/actions/{name}', 'mitigationaction/{name}'],
  ['CreateScheduledAudit', 'POST', '/audit/scheduledaudits/{name}', 'scheduledaudit/{name}'],
  ['DescribeScheduledAudit', 'GET', '/audit/scheduledaudits/{name}', 'scheduledaudit/{name}'],
  ['UpdateScheduledAudit', 'PATCH', '/audit/scheduledaudits/{name}', 'scheduledaudit/{name}'],
  ['DeleteScheduledAudit', 'DELETE', '/audit/scheduledaudits/{name}', 'scheduledaudit/{name}'],
  ['ListActiveViolations', 'GET', '/active-violations', '*'],
  ['ListViolationEvents', 'GET', '/violation-events', '*'],
  ['ListTargetsForSecurityProfile', 'GET', '/security-profiles/{name}/targets', 'securityprofile/{name}'],
  ['StartAuditMitigationActionsTask', 'POST', '/audit/mitigationactions/tasks/[^/]+', '*'],
  ['DescribeDetectMitigationActionsTask', 'GET', '/detect/mitigationactions/tasks/[^/]+', '*'],
  ['UpdateAccountAuditConfiguration', 'PATCH', '/audit/configuration', '*'],
  ['DescribeAccountAuditConfiguration', 'GET', '/audit/configuration', '*'],
  ['StartOnDemandAuditTask', 'POST', '/audit/tasks', '*'],
  ['DescribeAuditTask', 'GET', '/audit/tasks/[^/]+', '*'],
  ['ListAuditFindings', 'POST', '/audit/findings', '*'],
  ['UpdateIndexingConfiguration', 'POST', '/indexing/config', '*'],
  ['GetIndexingConfiguration', 'GET', '/indexing/config', '*'],
  ['CreateFleetMetric', 'PUT', '/fleet-metric/{name}', 'fleetmetric/{name}'],
  ['DescribeFleetMetric', 'GET', '/fleet-metric/{name}', 'fleetmetric/{name}'],
  ['UpdateFleetMetric', 'PATCH', '/fleet-metric/{name}', 'fleetmetric/{name}'],
  ['DeleteFleetMetric', 'DELETE', '/fleet-metric/{name}', 'fleetmetric/{name}'],
  ['CreateDynamicThingGroup', 'POST', '/dynamic-thing-groups/{name}', 'thinggroup/{name}'],
  ['UpdateDynamicThingGroup', 'PATCH', '/dynamic-thing-groups/{name}', 'thinggroup/{name}'],
  ['DeleteDynamicThingGroup', 'DELETE', '/dynamic-thing-groups/{name}', 'thinggroup/{name}'],
  ['ListThingGroups', 'GET', '/thing-groups', '*'],
  ['CreateThingGroup', 'POST', '/thing-groups/{name}', 'thinggroup/{name}'],
  ['DescribeThingGroup', 'GET', '/thing-groups/{name}', 'thinggroup/{name}'],
  ['UpdateThingGroup', 'PATCH', '/thing-groups/{name}', 'thinggroup/{name}'],
  ['DeleteThingGroup', 'DELETE', '/thing-groups/{name}', 'thinggroup/{name}'],
  ['ListThingsInThingGroup', 'GET', '/thing-groups/{name}/things', 'thinggroup/{name}'],
  ['ListThingGroupsForThing', 'GET', '/things/{name}/thing-groups', 'thing/{name}'],
]

const data: readonly Row[] = [
  ['GetThingShadow', 'GET', '/things/{name}/shadow', 'thing/{name}'],
  ['UpdateThingShadow', 'POST', '/things/{name}/shadow', 'thing/{name}'],
  ['DeleteThingShadow', 'DELETE', '/things/{name}/shadow', 'thing/{name}'],
  ['ListNamedShadowsForThing', 'GET', '/api/things/shadow/ListNamedShadowsForThing/{name}', 'thing/{name}'],
  ['Publish', 'POST', '/topics/{name}', 'topic/{name}'],
  ['GetRetainedMessage', 'GET', '/retainedMessage/{name}', 'topic/{name}'],
  ['ListRetainedMessages', 'GET', '/retainedMessage', '*'],
  ['GetConnection', 'GET', '/connections/{name}', 'client/{name}'],
  ['DeleteConnection', 'DELETE', '/connections/{name}', 'client/{name}'],
]

/**
 * The data plane of jobs, some of whose paths the control plane has, too. The patterns of their jobs are those of a regular expression.
 *
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_iot-jobs-data.html
 */
const jobsData: readonly Row[] = [
  ['GetPendingJobExecutions', 'GET', '/things/{name}/jobs', 'thing/{name}'],
  ['DescribeJobExecution', 'GET', '/things/{name}/jobs/[^/]+', 'thing/{name}'],
  ['StartNextPendingJobExecution', 'PUT', '/things/{name}/jobs/\\$next', 'thing/{name}'],
  ['UpdateJobExecution', 'POST', '/things/{name}/jobs/[^/]+', 'thing/{name}'],
]

/** The planes of AWS IoT: of those of things and data the paths differ, of those of jobs the name that a request is signed for. */
export const iotAccess: AccessTable = (asked, naming) => {
  const start = startAccess(asked)
  if (start !== undefined || asked.service === 'iot-jobs-data') return start ?? find(jobsData, asked, naming, 'iotjobsdata')
  return find(control, asked, naming) ?? memberAccess(asked, naming) ?? dataAccess(asked, naming)
}

/**
 * Who starts a command needs it of the command and of whom it is for, which the body names. Listing executions, which has the same path,
 * names one of the two.
 */
function startAccess({ method, path, input: { commandArn, targetArn } }: Asked): readonly Access[] | undefined {
  if (method !== 'POST' || path !== '/command-executions') return undefined
  if (typeof commandArn !== 'string' || typeof targetArn !== 'string') return undefined
  return [commandArn, targetArn].map((resource) => ({ action: 'iot:StartCommandExecution', resource }))
}

/** A named shadow is a resource below its thing; a retained message takes a permission of its own. */
const dataAccess: AccessTable = (asked, naming) => {
  const [found] = find(data, asked, naming) ?? []
  if (found === undefined) return undefined
  const shadowName = asked.query.get('name')
  if (found.action.endsWith('Shadow') && shadowName !== null) return [{ ...found, resource: `${found.resource}/${shadowName}` }]
  return found.action === 'iot:Publish' && asked.query.get('retain') === 'true'
    ? [found, { ...found, action: 'iot:RetainPublish' }]
    : [found]
}

function find(rows: readonly Row[], { method, path }: Asked, { arn }: Naming, prefix = 'iot'): readonly Access[] | undefined {
  for (const [action, itsMethod, itsPath, resource] of rows) {
    if (method !== itsMethod) continue
    // A topic's slashes may come as they are.
    const pattern = new RegExp(`^${itsPath.replace('{name}', `(?<name>${resource.startsWith('topic/') ? '.+' : '[^/]+'})`)}$`)
    const match = pattern.exec(path)
    if (match === null) continue
    const name = decodeURIComponent(match.groups?.['name'] ?? '')
    return [{ action: `${prefix}:${action}`, resource: resource === '*' ? '*' : arn('iot', resource.replace('{name}', () => name)) }]
  }
  return undefined
}
