import { isCheck, CHECKS } from '../../device-defender/audit/checks/index.ts'
import { alreadyExists, invalidRequest } from '../../errors/service-exception.ts'
import type { AuditFinding, AuditMitigation } from '../../state/audits.ts'
import { findAuditTask } from '../audits/find-audit-task.ts'
import type { IotCore } from '../iot-core.ts'
import { actionType, findMitigationAction } from '../mitigation-actions/find-mitigation-action.ts'
import { operation } from '../operation.ts'
import { runTask, type Treatment } from './run-actions.ts'

export const startAuditMitigationActionsTask = operation(
  'StartAuditMitigationActionsTask',
  ({ taskId, target, auditCheckToActionsMapping: mapping, clientRequestToken }, core) => {
    const { state } = core
    const known = state.auditMitigations.get(taskId)
    if (known !== undefined && known.clientRequestToken === clientRequestToken) return { taskId }
    if (known !== undefined) throw alreadyExists(`Audit mitigation actions task ${taskId} already exists.`)
    checkTarget(target)
    if (target.auditTaskId !== undefined) findAuditTask(state, target.auditTaskId)
    const actions = Object.entries(mapping).flatMap(([check, names]) => names.map((name) => checkedAction(core, check, name)))
    const task: AuditMitigation = {
      taskId, status: 'IN_PROGRESS', startedAtMs: state.clock.nowMs(), clientRequestToken, target, mapping,
      actions: [...new Map(actions.map((action) => [action.actionName, action])).values()],
    }
    state.auditMitigations.set(taskId, task)
    core.background.run(`Audit mitigation actions task ${taskId}`, (isOver) => run(task, core, isOver))
    return { taskId }
  },
)

function checkTarget({ auditTaskId, findingIds, auditCheckToReasonCodeFilter }: AuditMitigation['target']): void {
  if ((auditTaskId !== undefined) === (findingIds !== undefined)) throw invalidRequest('Either auditTaskId or findingIds must be given.')
  if (auditCheckToReasonCodeFilter !== undefined && auditTaskId === undefined)
    throw invalidRequest('auditCheckToReasonCodeFilter is for the findings of an auditTaskId.')
}

function checkedAction({ state }: IotCore, checkName: string, actionName: string) {
  if (!isCheck(checkName)) throw invalidRequest(`Unknown audit check: ${checkName}.`)
  const action = findMitigationAction(state, actionName)
  const type = actionType(action.params)
  if (type !== 'PUBLISH_FINDING_TO_SNS' && CHECKS[checkName]?.actions.includes(type) !== true)
    throw invalidRequest(`The mitigation action ${actionName} of type ${type} can not be applied to findings of ${checkName}.`)
  return action
}

/** The findings that a task is for. */
function findingsOf({ target, mapping }: AuditMitigation, { state }: IotCore): AuditFinding[] {
  const { auditTaskId, findingIds, auditCheckToReasonCodeFilter: filter } = target
  const isMeant = ({ findingId, taskId, checkName, code }: AuditFinding) =>
    (findingIds === undefined ? taskId === auditTaskId : findingIds.includes(findingId))
    && mapping[checkName] !== undefined
    && (filter?.[checkName] === undefined || filter[checkName].includes(code))
  return [...state.auditFindings.values()].filter(isMeant)
}

function run(task: AuditMitigation, core: IotCore, isOver: () => boolean): Promise<void> {
  const { state: { auditMitigations: tasks, auditMitigationExecutions: executions } } = core
  const { mapping, actions } = task
  const treatments = findingsOf(task, core).map((finding): Treatment => ({
    subjectId: finding.findingId, subject: { finding }, isSkipped: finding.isSuppressed,
    actions: (mapping[finding.checkName] ?? []).flatMap((name) => actions.find(({ actionName }) => actionName === name) ?? []),
  }))
  return runTask(task, treatments, { tasks, executions }, core, isOver)
}
