import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findAuditTask } from './find-audit-task.ts'

export const cancelAuditTask = operation('CancelAuditTask', ({ taskId }, { state, auditor }) => {
  const { status } = findAuditTask(state, taskId)
  if (status !== 'IN_PROGRESS') throw invalidRequest(`Audit task ${taskId} is ${status} and can't be canceled.`)
  auditor.cancel(taskId)
  return {}
})
