import { suppressionKey } from '../../device-defender/audit/suppressions.ts'
import { operation } from '../operation.ts'
import { endOf, findAuditSuppression } from './find-audit-suppression.ts'

export const updateAuditSuppression =
  operation('UpdateAuditSuppression', ({ checkName, resourceIdentifier, description, ...end }, { state }) => {
    const known = findAuditSuppression(state, checkName, resourceIdentifier)
    const hasEnd = end.expirationDate !== undefined || end.suppressIndefinitely !== undefined
    const expiresAtMs = hasEnd ? endOf(end, state.clock.nowMs()) : known.expiresAtMs
    state.auditSuppressions.set(suppressionKey(checkName, resourceIdentifier), {
      ...known, expiresAtMs, description: description ?? known.description,
    })
    return {}
  })
