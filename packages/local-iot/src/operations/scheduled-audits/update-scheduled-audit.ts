import { checkEnabled } from '../audits/audit-configuration.ts'
import { operation } from '../operation.ts'
import { checkDays, findScheduledAudit, scheduledAuditArn } from './find-scheduled-audit.ts'

// What is left out stays.
export const updateScheduledAudit = operation('UpdateScheduledAudit', ({ scheduledAuditName, ...given }, { state, auditor }) => {
  const known = findScheduledAudit(state, scheduledAuditName)
  const { frequency = known.frequency, dayOfMonth = known.dayOfMonth, dayOfWeek = known.dayOfWeek } = given
  const { targetCheckNames = known.targetCheckNames } = given
  checkEnabled(state, targetCheckNames)
  checkDays({ frequency, dayOfMonth, dayOfWeek })
  state.scheduledAudits.set(scheduledAuditName, { ...known, frequency, dayOfMonth, dayOfWeek, targetCheckNames })
  auditor.schedule()
  return { scheduledAuditArn: scheduledAuditArn(state, scheduledAuditName) }
})
