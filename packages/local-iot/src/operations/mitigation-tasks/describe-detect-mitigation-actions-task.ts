import { operation } from '../operation.ts'
import { taskSummary } from './detect-task-summary.ts'
import { findDetectMitigation } from './find-mitigation-task.ts'

export const describeDetectMitigationActionsTask = operation('DescribeDetectMitigationActionsTask', ({ taskId }, { state }) =>
  ({ taskSummary: taskSummary(state, findDetectMitigation(state, taskId)) }))
