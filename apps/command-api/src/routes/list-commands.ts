import { listCommandsRoute } from '@keg/flows/routes'
import { commandAt, type CommandStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'

/** `GET /kegs/{kegId}/commands`: the commands of a keg, newest first. */
export const listCommands = ({ commands, nowMs }: { commands: CommandStore; nowMs: () => number }) =>
  answerRoute(listCommandsRoute, async ({ params: { kegId }, query }) => {
    const { items, ...rest } = await commands.commands(kegId, query)
    return { ...rest, items: items.map((command) => commandAt(command, nowMs())) }
  })
