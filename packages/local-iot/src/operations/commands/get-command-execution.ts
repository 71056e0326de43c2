import { noCommand } from '../../commands/command-error.ts'
import { RETENTION_MS } from '../../commands/execution-store.ts'
import type { ResultValue } from '../../state/commands.ts'
import { operation } from '../operation.ts'

export const getCommandExecution = operation('GetCommandExecution', ({ executionId, targetArn, includeResult }, { state, commands }) => {
  const execution = commands.executions.get(executionId)
  if (execution?.targetArn !== targetArn) throw noCommand(`Command execution ${executionId} does not exist for ${targetArn}.`)
  const { commandId, status, statusReason, result, parameters, timeoutSec, createdAtMs, updatedAtMs, completedAtMs } = execution
  return {
    executionId, commandArn: state.arn(`command/${commandId}`), targetArn, status, statusReason, parameters,
    result: includeResult === true ? result as Record<string, Partial<ResultValue>> | undefined : undefined,
    executionTimeoutSeconds: timeoutSec,
    createdAt: new Date(createdAtMs),
    // The command is on its way from when it is created: iot-remote-command-execution-start-monitor.html#iot-remote-command-execution-list
    startedAt: new Date(createdAtMs),
    lastUpdatedAt: new Date(updatedAtMs),
    completedAt: completedAtMs === undefined ? undefined : new Date(completedAtMs),
    timeToLive: new Date(createdAtMs + RETENTION_MS),
  }
})
