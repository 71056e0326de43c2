import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findAuditMitigation } from './find-mitigation-task.ts'

// What was done is not undone.
export const cancelAuditMitigationActionsTask = operation('CancelAuditMitigationActionsTask', ({ taskId }, { state }) => {
  const task = findAuditMitigation(state, taskId)
  if (task.status !== 'IN_PROGRESS') throw invalidRequest(`Audit mitigation actions task ${taskId} is ${task.status} and can't be canceled.`)
  state.auditMitigations.set(taskId, { ...task, status: 'CANCELED', endedAtMs: state.clock.nowMs() })
  return {}
})
