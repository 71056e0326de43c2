import { suppressionKey } from '../../device-defender/audit/suppressions.ts'
import { operation } from '../operation.ts'

// Deleting one that is not there succeeds: the model lists no ResourceNotFoundException.
export const deleteAuditSuppression = operation('DeleteAuditSuppression', ({ checkName, resourceIdentifier }, { state }) => {
  state.auditSuppressions.delete(suppressionKey(checkName, resourceIdentifier))
  return {}
})
