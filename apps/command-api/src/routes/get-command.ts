import { getCommandRoute } from '@keg/flows/routes'
import { commandAt, type CommandStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import { seesSite } from '../people/person.ts'

/** `GET /kegs/{kegId}/commands/{commandId}`: a command, and how far it has come. */
export const getCommand = ({ commands, nowMs, gate }: { commands: CommandStore; nowMs: () => number } & KegGated) =>
  answerRoute(getCommandRoute, gate, async ({ params }, refuse, person) => {
    const command = await commands.command(params)
    if (command === undefined || !seesSite(person, command.siteId))
      throw refuse('not-found', `The keg ${params.kegId} has no command ${params.commandId}.`)
    return commandAt(command, nowMs())
  })
