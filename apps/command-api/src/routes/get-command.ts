import { getCommandRoute } from '@keg/flows/routes'
import { commandAt, type CommandStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /kegs/{kegId}/commands/{commandId}`: a command, and how far it has come. */
export const getCommand = ({ commands, nowMs }: { commands: CommandStore; nowMs: () => number }) =>
  answerRoute(getCommandRoute, async ({ params }, refuse) => {
    const command = await commands.command(params)
    if (command === undefined) throw refuse('not-found', `The keg ${params.kegId} has no command ${params.commandId}.`)
    return commandAt(command, nowMs())
  })
