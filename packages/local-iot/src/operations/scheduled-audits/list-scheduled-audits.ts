import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { scheduledAuditArn } from './find-scheduled-audit.ts'

const PAGE_SIZE = 25

export const listScheduledAudits = operation('ListScheduledAudits', ({ maxResults = PAGE_SIZE, nextToken }, { state }) => {
  const all = state.scheduledAudits.values()
  const { items, nextToken: next } = page(all, ({ scheduledAuditName }) => scheduledAuditName, nextToken, maxResults)
  const scheduledAudits = items.map(({ scheduledAuditName, frequency, dayOfMonth, dayOfWeek }) => ({
    scheduledAuditName, scheduledAuditArn: scheduledAuditArn(state, scheduledAuditName), frequency, dayOfMonth, dayOfWeek,
  }))
  return { scheduledAudits, nextToken: next }
})
