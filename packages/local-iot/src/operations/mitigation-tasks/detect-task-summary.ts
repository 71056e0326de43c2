import type { DetectMitigation, MitigationExecution } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'
import { dateOf } from './find-mitigation-task.ts'

/** AWS has other words for how an action on a violation ended than for one on a finding. */
const STATUS = { COMPLETED: 'SUCCESSFUL', FAILED: 'FAILED', SKIPPED: 'SKIPPED', CANCELED: 'SKIPPED' } as const

export const detectStatus = ({ status }: MitigationExecution) => STATUS[status]

const TASK_STATUS = { IN_PROGRESS: 'IN_PROGRESS', COMPLETED: 'SUCCESSFUL', FAILED: 'FAILED', CANCELED: 'CANCELED' } as const

export function taskSummary({ detectMitigationExecutions }: IotState, task: DetectMitigation) {
  const { taskId, status, startedAtMs, endedAtMs, target, range, onlyActive, withSuppressed, actions } = task
  const executions = [...detectMitigationExecutions.values()].filter((execution) => execution.taskId === taskId)
  const having = (wanted: string) => executions.filter((execution) => detectStatus(execution) === wanted).length
  return {
    taskId, taskStatus: TASK_STATUS[status], taskStartTime: new Date(startedAtMs), taskEndTime: dateOf(endedAtMs), target,
    violationEventOccurrenceRange: range && { startTime: new Date(range.fromMs), endTime: new Date(range.toMs) },
    onlyActiveViolationsIncluded: onlyActive, suppressedAlertsIncluded: withSuppressed,
    actionsDefinition: actions.map(({ actionName, actionId, roleArn, params }) => ({
      name: actionName, id: actionId, roleArn, actionParams: params,
    })),
    taskStatistics: { actionsExecuted: having('SUCCESSFUL'), actionsSkipped: having('SKIPPED'), actionsFailed: having('FAILED') },
  }
}
