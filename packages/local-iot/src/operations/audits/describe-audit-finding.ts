import { operation } from '../operation.ts'
import { findAuditFinding, shownFinding } from './find-audit-finding.ts'

export const describeAuditFinding =
  operation('DescribeAuditFinding', ({ findingId }, { state }) => ({ finding: shownFinding(findAuditFinding(state, findingId)) }))
