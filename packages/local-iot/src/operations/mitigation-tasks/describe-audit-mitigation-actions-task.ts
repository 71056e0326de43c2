import type { MitigationAction, MitigationExecution } from '../../state/audits.ts'
import { operation } from '../operation.ts'
import { dateOf, findAuditMitigation } from './find-mitigation-task.ts'

export const describeAuditMitigationActionsTask = operation('DescribeAuditMitigationActionsTask', ({ taskId }, { state }) => {
  const { status, startedAtMs, endedAtMs, target, mapping, actions } = findAuditMitigation(state, taskId)
  const executions = [...state.auditMitigationExecutions.values()].filter((execution) => execution.taskId === taskId)
  return {
    taskStatus: status, startTime: new Date(startedAtMs), endTime: dateOf(endedAtMs), target, auditCheckToActionsMapping: mapping,
    taskStatistics: Object.fromEntries(Object.keys(mapping).map((check) => [check, statistics(check, executions)])),
    actionsDefinition: actions.map(definition),
  }
})

const definition = ({ actionName, actionId, roleArn, params }: MitigationAction) =>
  ({ name: actionName, id: actionId, roleArn, actionParams: params })

/** Findings, by how the actions on them ended. */
function statistics(check: string, executions: readonly MitigationExecution[]) {
  const byFinding = [...Map.groupBy(executions.filter(({ checkName }) => checkName === check), ({ subjectId }) => subjectId).values()]
  const having = (wanted: MitigationExecution['status']) => byFinding.filter((all) => all.some(({ status }) => status === wanted)).length
  const [failedFindingsCount, canceledFindingsCount] = [having('FAILED'), having('CANCELED')]
  const succeededFindingsCount = byFinding.filter((all) => all.every(({ status }) => status === 'COMPLETED')).length
  const skippedFindingsCount = byFinding.filter((all) => all.every(({ status }) => status === 'SKIPPED')).length
  return {
    totalFindingsCount: byFinding.length, failedFindingsCount, succeededFindingsCount, skippedFindingsCount, canceledFindingsCount,
  }
}
