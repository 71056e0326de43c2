import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import type { ScheduledAudit } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

export const scheduledAuditArn = (state: IotState, name: string) => state.arn(`scheduledaudit/${name}`)

export function findScheduledAudit({ scheduledAudits }: IotState, name: string): ScheduledAudit {
  const audit = scheduledAudits.get(name)
  if (audit === undefined) throw notFound(`Scheduled audit ${name} does not exist.`)
  return audit
}

/** Throws where a frequency has not the day that it needs: API_CreateScheduledAudit.html */
export function checkDays({ frequency, dayOfMonth, dayOfWeek }: Pick<ScheduledAudit, 'frequency' | 'dayOfMonth' | 'dayOfWeek'>): void {
  if (frequency === 'MONTHLY' && dayOfMonth === undefined) throw invalidRequest('dayOfMonth is required for a MONTHLY audit.')
  if ((frequency === 'WEEKLY' || frequency === 'BIWEEKLY') && dayOfWeek === undefined)
    throw invalidRequest(`dayOfWeek is required for a ${frequency} audit.`)
}
