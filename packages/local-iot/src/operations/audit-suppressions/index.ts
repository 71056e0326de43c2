import { createAuditSuppression } from './create-audit-suppression.ts'
import { deleteAuditSuppression } from './delete-audit-suppression.ts'
import { describeAuditSuppression } from './describe-audit-suppression.ts'
import { listAuditSuppressions } from './list-audit-suppressions.ts'
import { updateAuditSuppression } from './update-audit-suppression.ts'

/** The operations on suppressions of audit findings, by AWS's name. */
export const auditSuppressionOperations = {
  CreateAuditSuppression: createAuditSuppression,
  DeleteAuditSuppression: deleteAuditSuppression,
  DescribeAuditSuppression: describeAuditSuppression,
  ListAuditSuppressions: listAuditSuppressions,
  UpdateAuditSuppression: updateAuditSuppression,
} as const
