import { createScheduledAudit } from './create-scheduled-audit.ts'
import { deleteScheduledAudit } from './delete-scheduled-audit.ts'
import { describeScheduledAudit } from './describe-scheduled-audit.ts'
import { listScheduledAudits } from './list-scheduled-audits.ts'
import { updateScheduledAudit } from './update-scheduled-audit.ts'

/** The operations on scheduled audits, by AWS's name. */
export const scheduledAuditOperations = {
  CreateScheduledAudit: createScheduledAudit,
  DeleteScheduledAudit: deleteScheduledAudit,
  DescribeScheduledAudit: describeScheduledAudit,
  ListScheduledAudits: listScheduledAudits,
  UpdateScheduledAudit: updateScheduledAudit,
} as const
