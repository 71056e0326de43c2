import { operation } from '../operation.ts'
import { checkEnabled } from './audit-configuration.ts'

export const startOnDemandAuditTask = operation('StartOnDemandAuditTask', ({ targetCheckNames }, { state, auditor }) => {
  checkEnabled(state, targetCheckNames)
  return { taskId: auditor.start([...new Set(targetCheckNames)]).taskId }
})
