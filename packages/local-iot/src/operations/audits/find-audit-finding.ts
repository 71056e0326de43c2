import { notFound } from '../../errors/service-exception.ts'
import type { AuditFinding } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

export function findAuditFinding({ auditFindings }: IotState, findingId: string): AuditFinding {
  const finding = auditFindings.get(findingId)
  if (finding === undefined) throw notFound(`Audit finding ${findingId} does not exist.`)
  return finding
}

export const shownFinding = (finding: AuditFinding) => ({
  findingId: finding.findingId, taskId: finding.taskId, checkName: finding.checkName, severity: finding.severity,
  taskStartTime: new Date(finding.taskStartedAtMs), findingTime: new Date(finding.foundAtMs), nonCompliantResource: finding.resource,
  relatedResources: finding.related, reasonForNonCompliance: finding.reason, reasonForNonComplianceCode: finding.code,
  isSuppressed: finding.isSuppressed,
})
