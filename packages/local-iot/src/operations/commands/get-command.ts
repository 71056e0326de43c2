import { findCommand } from '../../commands/command-store.ts'
import { operation } from '../operation.ts'

export const getCommand = operation('GetCommand', ({ commandId }, { state }) => {
  const { createdAtMs, updatedAtMs, deprecatedAtMs, deleteAtMs, mandatoryParameters, ...command } = findCommand(state, commandId)
  return {
    ...command,
    commandArn: state.arn(`command/${commandId}`),
    namespace: 'AWS-IoT',
    mandatoryParameters: mandatoryParameters && [...mandatoryParameters],
    createdAt: new Date(createdAtMs),
    lastUpdatedAt: new Date(updatedAtMs),
    deprecated: deprecatedAtMs !== undefined,
    pendingDeletion: deleteAtMs !== undefined,
  }
})
