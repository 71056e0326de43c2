import { describe, expect, it } from 'vitest'
import type { CommandExecution, CommandExecutionStatus } from '../state/commands.ts'
import { isOver, reported, timedOut } from './execution-status.ts'

const created: CommandExecution = {
  executionId: 'e', commandId: 'c', targetArn: 'arn', status: 'CREATED', timeoutSec: 10, createdAtMs: 0, updatedAtMs: 0,
}
const after = (...statuses: CommandExecutionStatus[]) =>
  statuses.reduce((execution, status) =>
    reported(execution, { status }, 1000).rejected === undefined ? movedTo(execution, status) : execution, created)
function movedTo(execution: CommandExecution, status: CommandExecutionStatus): CommandExecution {
  const moved = reported(execution, { status }, 1000)
  if (moved.execution === undefined) throw new Error(moved.rejected.errorMessage)
  return moved.execution
}

const inProgress = after('IN_PROGRESS')
const byCloud = timedOut(created, 500)
const byDevice = after('TIMED_OUT')
const final = ['SUCCEEDED', 'FAILED', 'REJECTED', 'TIMED_OUT'] as const

// iot-remote-command-concepts.html#iot-command-execution-status, commands-troubleshooting.html#commands-error-codes
describe('what a device may report', () => {
  it.each([
    ...[created, inProgress].flatMap((from) => [...final, 'IN_PROGRESS' as const].map((to) => [from, to, to] as const)),
    ...final.map((to) => [byCloud, to, to] as const),
    [byCloud, 'IN_PROGRESS', 'InvalidStateTransition'] as const,
    ...[...final, 'IN_PROGRESS' as const].map((to) => [byDevice, to, 'InvalidStateTransition'] as const),
    ...(['SUCCEEDED', 'FAILED', 'REJECTED'] as const).flatMap((from) => [
      [after(from), 'IN_PROGRESS', 'InvalidStateTransition'] as const,
      ...final.map((to) => [after(from), to, 'TerminalStateReached'] as const),
    ]),
  ])('$status, completed $completedAtMs: %s → %s', (from, to, ends) => {
    const moved = reported(from, { status: to }, 2000)
    expect(moved.rejected?.error ?? moved.execution?.status).toBe(ends)
  })
  it('ends the execution, but for the cloud’s time-out and IN_PROGRESS', () => {
    expect([created, inProgress, byCloud, byDevice, after('FAILED'), movedTo(byCloud, 'TIMED_OUT')].map(isOver))
      .toEqual([false, false, false, true, true, true])
    expect(byCloud).toMatchObject({ status: 'TIMED_OUT', statusReason: { reasonCode: '$NO_RESPONSE_FROM_DEVICE' }, updatedAtMs: 500 })
  })
  it('takes the place of the reason; a result stays until there is another', () => {
    const first = reported(created, { status: 'IN_PROGRESS', statusReason: { reasonCode: 'A' }, result: { a: { S: '1' } } }, 1)
    const second = reported(first.execution ?? created, { status: 'SUCCEEDED' }, 2)
    expect(second).toMatchObject({
      execution: { status: 'SUCCEEDED', statusReason: undefined, result: { a: { S: '1' } }, completedAtMs: 2 },
    })
  })
})
