import { deleteCommand as remove } from '../../commands/command-store.ts'
import { operation } from '../operation.ts'

// The model lists no ResourceNotFoundException: deleting a command that is not there succeeds.
export const deleteCommand = operation('DeleteCommand', ({ commandId }, { state }) => ({
  statusCode: remove(state, commandId) ? 204 : 202,
}))
