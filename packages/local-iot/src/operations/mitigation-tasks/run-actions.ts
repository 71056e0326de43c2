import type { MitigationAction, MitigationExecution } from '../../state/audits.ts'
import type { IotCore } from '../iot-core.ts'
import { applyAction, type Subject } from './apply-action.ts'

export interface ActionRun {
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
export async function runActions(run: ActionRun, core: IotCore): Promise<MitigationExecution[]> {
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
