import { operation } from '../operation.ts'
import { findAuditSuppression, shownSuppression } from './find-audit-suppression.ts'

export const describeAuditSuppression = operation('DescribeAuditSuppression', ({ checkName, resourceIdentifier }, { state }) =>
  shownSuppression(findAuditSuppression(state, checkName, resourceIdentifier)))
