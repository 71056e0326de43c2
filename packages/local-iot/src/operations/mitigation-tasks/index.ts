import { cancelAuditMitigationActionsTask } from './cancel-audit-mitigation-actions-task.ts'
import { cancelDetectMitigationActionsTask } from './cancel-detect-mitigation-actions-task.ts'
import { describeAuditMitigationActionsTask } from './describe-audit-mitigation-actions-task.ts'
import { describeDetectMitigationActionsTask } from './describe-detect-mitigation-actions-task.ts'
import { listAuditMitigationActionsExecutions } from './list-audit-mitigation-actions-executions.ts'
import { listAuditMitigationActionsTasks } from './list-audit-mitigation-actions-tasks.ts'
import { listDetectMitigationActionsExecutions } from './list-detect-mitigation-actions-executions.ts'
import { listDetectMitigationActionsTasks } from './list-detect-mitigation-actions-tasks.ts'
import { startAuditMitigationActionsTask } from './start-audit-mitigation-actions-task.ts'
import { startDetectMitigationActionsTask } from './start-detect-mitigation-actions-task.ts'

/** The operations on tasks of mitigation actions, by AWS's name. */
export const mitigationTaskOperations = {
  CancelAuditMitigationActionsTask: cancelAuditMitigationActionsTask,
  CancelDetectMitigationActionsTask: cancelDetectMitigationActionsTask,
  DescribeAuditMitigationActionsTask: describeAuditMitigationActionsTask,
  DescribeDetectMitigationActionsTask: describeDetectMitigationActionsTask,
  ListAuditMitigationActionsExecutions: listAuditMitigationActionsExecutions,
  ListAuditMitigationActionsTasks: listAuditMitigationActionsTasks,
  ListDetectMitigationActionsExecutions: listDetectMitigationActionsExecutions,
  ListDetectMitigationActionsTasks: listDetectMitigationActionsTasks,
  StartAuditMitigationActionsTask: startAuditMitigationActionsTask,
  StartDetectMitigationActionsTask: startDetectMitigationActionsTask,
} as const
