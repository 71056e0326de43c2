import { canonical, suppressionKey } from '../../device-defender/audit/suppressions.ts'
import type { AuditSuppression } from '../../state/audits.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { shownSuppression } from './find-audit-suppression.ts'

const PAGE_SIZE = 25

// In the order of their ends; those without one come last.
export const listAuditSuppressions = operation('ListAuditSuppressions', (input, { state }) => {
  const { checkName, resourceIdentifier, ascendingOrder = false, maxResults = PAGE_SIZE } = input
  const wanted = resourceIdentifier && canonical(resourceIdentifier)
  const listed = [...state.auditSuppressions.values()].filter((suppression) =>
    (checkName ?? suppression.checkName) === suppression.checkName
    && (wanted === undefined || canonical(suppression.resourceIdentifier) === wanted))
  const key = ({ expiresAtMs = Number.MAX_SAFE_INTEGER, checkName: check, resourceIdentifier: identifier }: AuditSuppression) =>
    `${String(expiresAtMs).padStart(16, '0')} ${suppressionKey(check, identifier)}`
  const { items, nextToken } = page(listed, key, input.nextToken, maxResults, !ascendingOrder)
  return { suppressions: items.map(shownSuppression), nextToken }
})
