import { alreadyExists, invalidRequest } from '../../errors/service-exception.ts'
import type { DetectMitigation } from '../../state/audits.ts'
import type { IotCore } from '../iot-core.ts'
import { actionType, findMitigationAction } from '../mitigation-actions/find-mitigation-action.ts'
import { operation } from '../operation.ts'
import { isBetween } from './find-mitigation-task.ts'
import { runTask, type Treatment } from './run-actions.ts'

// Things are added to groups, and nothing else: dd-mitigation-actions.html
export const startDetectMitigationActionsTask = operation('StartDetectMitigationActionsTask', (input, core) => {
  const { taskId, target, actions: actionNames, violationEventOccurrenceRange: range, clientRequestToken } = input
  const { state } = core
  const known = state.detectMitigations.get(taskId)
  if (known !== undefined && known.clientRequestToken === clientRequestToken) return { taskId }
  if (known !== undefined) throw alreadyExists(`Detect mitigation actions task ${taskId} already exists.`)
  checkTarget(target)
  const actions = actionNames.map((name) => findMitigationAction(state, name))
  const other = actions.find(({ params }) => actionType(params) !== 'ADD_THINGS_TO_THING_GROUP')
  if (other !== undefined)
    throw invalidRequest(`The mitigation action ${other.actionName} of type ${actionType(other.params)} can not be applied to violations.`)
  const task: DetectMitigation = {
    taskId, status: 'IN_PROGRESS', startedAtMs: state.clock.nowMs(), clientRequestToken, target, actions,
    range: range && { fromMs: range.startTime.getTime(), toMs: range.endTime.getTime() },
    onlyActive: input.includeOnlyActiveViolations ?? true, withSuppressed: input.includeSuppressedAlerts ?? true,
  }
  state.detectMitigations.set(taskId, task)
  core.background.run(`Detect mitigation actions task ${taskId}`, (isOver) => run(task, core, isOver))
  return { taskId }
})

function checkTarget({ violationIds, securityProfileName, behaviorName }: DetectMitigation['target']): void {
  if ((violationIds !== undefined) === (securityProfileName !== undefined))
    throw invalidRequest('Either violationIds or securityProfileName must be given.')
  if (behaviorName !== undefined && securityProfileName === undefined) throw invalidRequest('behaviorName is that of a securityProfileName.')
}

interface Violated {
  readonly violationId: string
  readonly thingName: string
}

/** The violations that a task is for: those that are active, or any that began meanwhile, each once. */
function violationsOf({ target, range, onlyActive, withSuppressed }: DetectMitigation, { state }: IotCore): Violated[] {
  const { violationIds, securityProfileName, behaviorName } = target
  const active = [...state.violations.values()].map((violation) => ({ ...violation, atMs: violation.startedAtMs }))
  const all = onlyActive ? active : [...state.violationEvents.values()].filter(({ type }) => type === 'in-alarm')
  const meant = all.filter(({ violationId, behavior, atMs, ...violation }) =>
    (violationIds?.includes(violationId) ?? violation.securityProfileName === securityProfileName)
    && (behaviorName ?? behavior.name) === behavior.name
    && (withSuppressed || behavior.suppressAlerts !== true)
    && isBetween(atMs, range && new Date(range.fromMs), range && new Date(range.toMs)))
  return [...new Map(meant.map((violation) => [violation.violationId, violation])).values()]
}

function run(task: DetectMitigation, core: IotCore, isOver: () => boolean): Promise<void> {
  const { state: { detectMitigations: tasks, detectMitigationExecutions: executions } } = core
  const treatments = violationsOf(task, core).map(({ violationId, thingName }): Treatment => (
    { subjectId: violationId, subject: { thingName }, actions: task.actions, isSkipped: false }))
  return runTask(task, treatments, { tasks, executions }, core, isOver)
}
