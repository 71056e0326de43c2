import { cancelAuditTask } from './cancel-audit-task.ts'
import { deleteAccountAuditConfiguration } from './delete-account-audit-configuration.ts'
import { describeAccountAuditConfiguration } from './describe-account-audit-configuration.ts'
import { describeAuditFinding } from './describe-audit-finding.ts'
import { describeAuditTask } from './describe-audit-task.ts'
import { listAuditFindings } from './list-audit-findings.ts'
import { listAuditTasks } from './list-audit-tasks.ts'
import { listRelatedResourcesForAuditFinding } from './list-related-resources-for-audit-finding.ts'
import { startOnDemandAuditTask } from './start-on-demand-audit-task.ts'
import { updateAccountAuditConfiguration } from './update-account-audit-configuration.ts'

/** The operations on audits, by AWS's name. */
export const auditOperations = {
  CancelAuditTask: cancelAuditTask,
  DeleteAccountAuditConfiguration: deleteAccountAuditConfiguration,
  DescribeAccountAuditConfiguration: describeAccountAuditConfiguration,
  DescribeAuditFinding: describeAuditFinding,
  DescribeAuditTask: describeAuditTask,
  ListAuditFindings: listAuditFindings,
  ListAuditTasks: listAuditTasks,
  ListRelatedResourcesForAuditFinding: listRelatedResourcesForAuditFinding,
  StartOnDemandAuditTask: startOnDemandAuditTask,
  UpdateAccountAuditConfiguration: updateAccountAuditConfiguration,
} as const
