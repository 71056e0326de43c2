import { operation } from '../operation.ts'
import { findScheduledAudit, scheduledAuditArn } from './find-scheduled-audit.ts'

export const deleteScheduledAudit = operation('DeleteScheduledAudit', ({ scheduledAuditName }, { state, auditor }) => {
  findScheduledAudit(state, scheduledAuditName)
  state.scheduledAudits.delete(scheduledAuditName)
  state.tags.delete(scheduledAuditArn(state, scheduledAuditName))
  auditor.schedule()
  return {}
})
