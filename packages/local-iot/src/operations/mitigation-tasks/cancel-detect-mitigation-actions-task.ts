import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { findDetectMitigation } from './find-mitigation-task.ts'

// What was done is not undone.
export const cancelDetectMitigationActionsTask = operation('CancelDetectMitigationActionsTask', ({ taskId }, { state }) => {
  const task = findDetectMitigation(state, taskId)
  if (task.status !== 'IN_PROGRESS') throw invalidRequest(`Detect mitigation actions task ${taskId} is ${task.status} and can't be canceled.`)
  state.detectMitigations.set(taskId, { ...task, status: 'CANCELED', endedAtMs: state.clock.nowMs() })
  return {}
})
