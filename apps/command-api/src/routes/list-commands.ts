import { listCommandsRoute } from '@keg/flows/routes'
import { commandAt, type CommandStore } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import { seesSite } from '../people/person.ts'

/** `GET /kegs/{kegId}/commands`: the commands of a keg, newest first. */
export const listCommands = ({ commands, nowMs, gate }: { commands: CommandStore; nowMs: () => number } & KegGated) =>
  answerRoute(listCommandsRoute, gate, async ({ params: { kegId }, query }, _refuse, person) => {
    const { items, ...rest } = await commands.commands(kegId, query)
    return { ...rest, items: items.filter(({ siteId }) => seesSite(person, siteId)).map((command) => commandAt(command, nowMs())) }
  })
