import { createCommand } from './create-command.ts'
import { deleteCommand } from './delete-command.ts'
import { deleteCommandExecution } from './delete-command-execution.ts'
import { getCommand } from './get-command.ts'
import { getCommandExecution } from './get-command-execution.ts'
import { listCommandExecutions } from './list-command-executions.ts'
import { listCommands } from './list-commands.ts'
import { updateCommand } from './update-command.ts'

/** The operations on commands, by AWS's name. */
export const commandOperations = {
  CreateCommand: createCommand,
  DeleteCommand: deleteCommand,
  DeleteCommandExecution: deleteCommandExecution,
  GetCommand: getCommand,
  GetCommandExecution: getCommandExecution,
  ListCommandExecutions: listCommandExecutions,
  ListCommands: listCommands,
  UpdateCommand: updateCommand,
} as const
