import type { AuditFinding, MitigationAction } from '../../state/audits.ts'
import { updateCACertificate } from '../ca-certificates/update-ca-certificate.ts'
import { updateCertificate } from '../certificates/update-certificate.ts'
import type { IotCore } from '../iot-core.ts'
import { setV2LoggingOptions } from '../logging/set-v2-logging-options.ts'
import { createPolicyVersion } from '../policies/create-policy-version.ts'
import { addThingToThingGroup } from '../thing-groups/add-thing-to-thing-group.ts'

/** What an action is applied to: what an audit has found, or the thing of a violation. */
export type Subject = { readonly finding: AuditFinding } | { readonly thingName: string }

/** A policy that allows nothing. */
const BLANK_POLICY = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Deny', Action: '*', Resource: '*' }] })

/** Does what an action says, by the operations that a person would use. Rejects with what they refuse. */
export async function applyAction({ params, roleArn }: MitigationAction, subject: Subject, core: IotCore): Promise<void> {
  const { resourceIdentifier: found = {} } = 'finding' in subject ? subject.finding.resource : {}
  const { deviceCertificateId, caCertificateId, policyVersionIdentifier: { policyName } = {} } = found
  if (params.addThingsToThingGroupParams !== undefined) {
    const { thingGroupNames: groups, overrideDynamicGroups } = params.addThingsToThingGroupParams
    for (const thingName of thingsOf(subject, core)) {
      for (const thingGroupName of groups) await addThingToThingGroup.run({ thingName, thingGroupName, overrideDynamicGroups }, core)
    }
  }
  if (params.updateDeviceCertificateParams !== undefined && deviceCertificateId !== undefined)
    await updateCertificate.run({ certificateId: deviceCertificateId, newStatus: 'INACTIVE' }, core)
  if (params.updateCACertificateParams !== undefined && caCertificateId !== undefined)
    await updateCACertificate.run({ certificateId: caCertificateId, newStatus: 'INACTIVE' }, core)
  if (params.replaceDefaultPolicyVersionParams !== undefined && policyName !== undefined)
    await createPolicyVersion.run({ policyName, policyDocument: BLANK_POLICY, setAsDefault: true }, core)
  if (params.enableIoTLoggingParams !== undefined) {
    const { roleArnForLogging, logLevel } = params.enableIoTLoggingParams
    await setV2LoggingOptions.run({ roleArn: roleArnForLogging, defaultLogLevel: logLevel, disableAllLogs: false }, core)
  }
  if (params.publishFindingToSnsParams !== undefined && 'finding' in subject)
    await core.notify({ topicArn: params.publishFindingToSnsParams.topicArn, roleArn }, findingMessage(subject.finding))
}

function thingsOf(subject: Subject, { state }: IotCore): readonly string[] {
  if ('thingName' in subject) return [subject.thingName]
  const { deviceCertificateId } = subject.finding.resource.resourceIdentifier
  return deviceCertificateId === undefined ? [] : [...state.attachments.thingsOf(state.arn(`cert/${deviceCertificateId}`)).keys()]
}

/** As AWS publishes a finding. */
const findingMessage = (finding: AuditFinding) => JSON.stringify({
  findingId: finding.findingId, findingTime: finding.foundAtMs, severity: finding.severity, taskStartTime: finding.taskStartedAtMs,
  nonCompliantResource: finding.resource, relatedResources: finding.related, taskId: finding.taskId, checkName: finding.checkName,
  reasonForNonComplianceCode: finding.code, reasonForNonCompliance: finding.reason,
})
