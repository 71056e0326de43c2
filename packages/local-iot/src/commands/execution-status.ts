import type { CommandExecution, CommandExecutionStatus, ResultValue, StatusReason } from '../state/commands.ts'

/** What a device reports of an execution. */
export interface StatusUpdate {
  readonly status: CommandExecutionStatus
  readonly statusReason?: StatusReason | undefined
  readonly result?: Readonly<Record<string, ResultValue>> | undefined
}

/**
 * Why a device's report is not taken.
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/commands-troubleshooting.html#commands-error-codes
 */
export interface Rejection {
  readonly error: 'InvalidStateTransition' | 'TerminalStateReached' | 'ResourceNotFound' | 'InvalidJson' | 'InvalidRequest'
  readonly errorMessage: string
}

type Moved = { readonly execution: CommandExecution; readonly rejected?: undefined }
  | { readonly rejected: Rejection; readonly execution?: undefined }

/** What no status follows, other than by `TIMED_OUT`, which the cloud may have set. */
const TERMINAL: ReadonlySet<CommandExecutionStatus> = new Set(['SUCCEEDED', 'FAILED', 'REJECTED'])

/** Whether the execution is over: the device has said so. The cloud's `TIMED_OUT` is not the end, since the device may still answer. */
export const isOver = ({ completedAtMs }: CommandExecution): boolean => completedAtMs !== undefined

/** Whether the execution's device is to answer yet. */
export const isWaiting = ({ status }: CommandExecution): boolean => status === 'CREATED' || status === 'IN_PROGRESS'

/**
 * The execution after a device's report.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-remote-command-concepts.html#iot-command-execution-status
 */
export function reported(execution: CommandExecution, update: StatusUpdate, nowMs: number): Moved {
  const rejected = rejection(execution, update.status)
  if (rejected !== undefined) return { rejected }
  const ends = update.status !== 'IN_PROGRESS'
  const { status, statusReason, result = execution.result } = update
  return { execution: { ...execution, status, statusReason, result, updatedAtMs: nowMs, ...(ends ? { completedAtMs: nowMs } : {}) } }
}

/** The execution after its time-out, where its device has not answered in time. */
export function timedOut(execution: CommandExecution, nowMs: number): CommandExecution {
  return { ...execution, status: 'TIMED_OUT', statusReason: { reasonCode: '$NO_RESPONSE_FROM_DEVICE' }, updatedAtMs: nowMs }
}

function rejection(execution: CommandExecution, to: CommandExecutionStatus): Rejection | undefined {
  const from = execution.status
  if (isOver(execution) && TERMINAL.has(from) && to !== 'IN_PROGRESS') {
    return { error: 'TerminalStateReached', errorMessage: `The command execution has already reached the terminal status ${from}.` }
  }
  if (isOver(execution) || (from === 'TIMED_OUT' && to === 'IN_PROGRESS')) {
    return { error: 'InvalidStateTransition', errorMessage: `The command execution can not go from ${from} to ${to}.` }
  }
  return undefined
}
