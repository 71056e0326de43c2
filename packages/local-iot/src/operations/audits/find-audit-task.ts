import { notFound } from '../../errors/service-exception.ts'
import type { AuditTask } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

export function findAuditTask({ auditTasks }: IotState, taskId: string): AuditTask {
  const task = auditTasks.get(taskId)
  if (task === undefined) throw notFound(`Audit task ${taskId} does not exist.`)
  return task
}

export const taskType = ({ scheduledAuditName }: AuditTask) =>
  (scheduledAuditName === undefined ? 'ON_DEMAND_AUDIT_TASK' : 'SCHEDULED_AUDIT_TASK')
