import type { Table } from '@keg/mqtt-broker'
import { turn } from '../../background/background.ts'
import type { MitigationAction, MitigationExecution, MitigationTask } from '../../state/audits.ts'
import type { IotCore } from '../iot-core.ts'
import { applyAction, type Subject } from './apply-action.ts'

/** What is to be done to one finding or violation. */
export type Treatment = Pick<ActionRun, 'subjectId' | 'subject' | 'actions' | 'isSkipped'>

/** A task's room: where it is kept, and what became of its actions. */
interface TaskTables<Task extends MitigationTask> {
  readonly tasks: Table<Task>
  readonly executions: Table<MitigationExecution>
}

/** Goes through the findings or violations of a task, and ends it; until it is canceled, or the core closes. */
export async function runTask<Task extends MitigationTask>(
  task: Task, treatments: readonly Treatment[], { tasks, executions }: TaskTables<Task>, core: IotCore, isOver: () => boolean,
): Promise<void> {
  const { taskId } = task
  const isCanceled = () => tasks.get(taskId)?.status !== 'IN_PROGRESS'
  let hasFailed = false
  for (const treatment of treatments) {
    // A turn for each, so that many hold nobody up.
    await turn()
    if (isOver()) return
    const done = await runActions({ taskId, ...treatment, isCanceled }, core)
    hasFailed ||= done.some(({ status }) => status === 'FAILED')
    done.forEach((execution, index) => executions.set(`${taskId} ${treatment.subjectId} ${index}`, execution))
  }
  if (isCanceled() || isOver()) return
  tasks.set(taskId, { ...task, status: hasFailed ? 'FAILED' : 'COMPLETED', endedAtMs: core.state.clock.nowMs() })
}

interface ActionRun {
  readonly taskId: string
  /** Of the finding or violation. */
  readonly subjectId: string
  readonly subject: Subject
  readonly actions: readonly MitigationAction[]
  /** The actions are told and not applied. */
  readonly isSkipped: boolean
  /** Whether the task has been canceled meanwhile. */
  readonly isCanceled: () => boolean
}

/** Applies actions one after the other; after one that fails the others are skipped: dd-mitigation-actions.html */
async function runActions(run: ActionRun, core: IotCore): Promise<MitigationExecution[]> {
  const executions: MitigationExecution[] = []
  let isSkipped = run.isSkipped
  for (const action of run.actions) {
    const startedAtMs = core.state.clock.nowMs()
    const ended = isSkipped ? { status: 'SKIPPED' as const } : await applied(action, run, core)
    isSkipped ||= ended.status !== 'COMPLETED'
    executions.push({ ...origin(run, action), startedAtMs, endedAtMs: core.state.clock.nowMs(), ...ended })
  }
  return executions
}

async function applied(
  action: MitigationAction, { subject, isCanceled }: ActionRun, core: IotCore,
): Promise<Pick<MitigationExecution, 'status' | 'errorCode' | 'message'>> {
  if (isCanceled()) return { status: 'CANCELED' }
  try {
    await applyAction(action, subject, core)
    return { status: 'COMPLETED' }
  } catch (error) {
    const [errorCode, message] = error instanceof Error ? [error.name, error.message] : ['InternalFailureException', String(error)]
    return { status: 'FAILED', errorCode, message }
  }
}

const origin = ({ taskId, subjectId, subject }: ActionRun, { actionName, actionId }: MitigationAction) => ({
  taskId, subjectId, actionName, actionId,
  ...('finding' in subject ? { checkName: subject.finding.checkName } : { thingName: subject.thingName }),
})
