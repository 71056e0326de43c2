import { alreadyExists, limitExceeded } from '../../errors/service-exception.ts'
import { checkEnabled } from '../audits/audit-configuration.ts'
import { operation } from '../operation.ts'
import { tagCreated } from '../tags/tags.ts'
import { checkDays, scheduledAuditArn } from './find-scheduled-audit.ts'

/** AWS IoT Device Defender quotas. */
const MAX_AUDITS = 5

export const createScheduledAudit = operation('CreateScheduledAudit', ({ tags, ...audit }, { state, auditor }) => {
  const { scheduledAuditName, targetCheckNames } = audit
  const resourceArn = scheduledAuditArn(state, scheduledAuditName)
  if (state.scheduledAudits.has(scheduledAuditName)) {
    const resource = { resourceId: scheduledAuditName, resourceArn }
    throw alreadyExists(`Scheduled audit ${scheduledAuditName} already exists.`, resource)
  }
  if (state.scheduledAudits.size >= MAX_AUDITS) throw limitExceeded(`An account can have at most ${MAX_AUDITS} scheduled audits`)
  checkEnabled(state, targetCheckNames)
  checkDays(audit)
  tagCreated(state, resourceArn, tags)
  const nowMs = state.clock.nowMs()
  state.scheduledAudits.set(scheduledAuditName, { ...audit, createdAtMs: nowMs, lastRunAtMs: nowMs })
  auditor.schedule()
  return { scheduledAuditArn: resourceArn }
})
