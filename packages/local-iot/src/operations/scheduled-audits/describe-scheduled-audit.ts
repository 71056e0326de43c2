import { operation } from '../operation.ts'
import { findScheduledAudit, scheduledAuditArn } from './find-scheduled-audit.ts'

export const describeScheduledAudit = operation('DescribeScheduledAudit', ({ scheduledAuditName }, { state }) => {
  const { frequency, dayOfMonth, dayOfWeek, targetCheckNames } = findScheduledAudit(state, scheduledAuditName)
  return {
    frequency, dayOfMonth, dayOfWeek, targetCheckNames: [...targetCheckNames], scheduledAuditName,
    scheduledAuditArn: scheduledAuditArn(state, scheduledAuditName),
  }
})
