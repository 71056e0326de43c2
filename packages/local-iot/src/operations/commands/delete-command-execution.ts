import { commandConflict } from '../../commands/command-error.ts'
import { isOver } from '../../commands/execution-status.ts'
import { operation } from '../operation.ts'

// The model lists no ResourceNotFoundException: deleting an execution that is not there succeeds.
export const deleteCommandExecution = operation('DeleteCommandExecution', ({ executionId, targetArn }, { commands }) => {
  const execution = commands.executions.get(executionId)
  if (execution?.targetArn !== targetArn) return {}
  if (!isOver(execution))
    throw commandConflict(`Command execution ${executionId} has not reached a terminal status: it is ${execution.status}.`, executionId)
  commands.executions.delete(execution)
  return {}
})
