import { allCommands } from '../../commands/command-store.ts'
import type { Command } from '../../state/commands.ts'
import { operation } from '../operation.ts'
import { byCreation, page } from '../page.ts'

const PAGE_SIZE = 25

// Those that are pending deletion are not listed: iot-remote-command-create-manage.html#iot-remote-command-list
export const listCommands =
  operation('ListCommands', ({ namespace = 'AWS-IoT', commandParameterName, sortOrder, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const has = ({ mandatoryParameters = [] }: Command, parameter: string) => mandatoryParameters.some(({ name }) => name === parameter)
    const listed = allCommands(state).filter((command) =>
      namespace === 'AWS-IoT'
      && command.deleteAtMs === undefined
      && (commandParameterName === undefined || has(command, commandParameterName)))
    const { items, nextToken: next } = page(
      listed, (command) => byCreation(command, command.commandId), nextToken, maxResults, sortOrder !== 'ASCENDING',
    )
    const commands = items.map(({ commandId, displayName, deprecatedAtMs, createdAtMs, updatedAtMs }) => ({
      commandArn: state.arn(`command/${commandId}`), commandId, displayName, deprecated: deprecatedAtMs !== undefined,
      pendingDeletion: false, createdAt: new Date(createdAtMs), lastUpdatedAt: new Date(updatedAtMs),
    }))
    return { commands, nextToken: next }
  })
