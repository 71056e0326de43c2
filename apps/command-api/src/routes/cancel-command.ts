import { cancelCommandRoute } from '@keg/flows/routes'
import { CANCELLED, commandAt, type CommandStore, type KegCommand } from '@keg/store'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import { seesSite } from '../people/person.ts'
import type { CommandTopic } from '../ports.ts'

interface Ports extends KegGated {
  readonly commands: CommandStore
  readonly topic: CommandTopic
  readonly nowMs: () => number
}

/**
 * `POST /kegs/{kegId}/commands/{commandId}/cancel`: takes a command back while it is CREATED, and tells its keg, for which it may be held
 * while it is away. Answers 202, again for one that was taken back: its keg is told again, since a kill may have come before the first
 * time. 409 for what the keg has begun, or is over. What the keg says stands in the place of it: it may have begun already.
 */
export const cancelCommand = ({ commands, topic, nowMs, gate }: Ports) =>
  answerRoute(cancelCommandRoute, gate, async ({ params }, refuse, person) => {
    const { kegId, commandId } = params
    const missing = () => refuse('not-found', `The keg ${kegId} has no command ${commandId}.`)
    const before = await commands.command(params)
    if (before === undefined || !seesSite(person, before.siteId)) throw missing()
    if (commandAt(before, nowMs()).status === 'CREATED') await commands.cancel(params, nowMs())
    const after = await commands.command(params)
    if (after === undefined) throw missing()
    const { status, statusReason } = commandAt(after, nowMs())
    if (!isTakenBack(after)) {
      const why = statusReason === undefined ? '' : ` (${statusReason.reasonCode})`
      throw refuse('conflict', `The command ${commandId} of ${kegId} is ${status}${why}; what is CREATED alone can be taken back.`)
    }
    if (nowMs() < after.expiresAtMs) await topic.send(after, { kind: 'cancel' })
    return after
  })

const isTakenBack = ({ status, statusReason }: KegCommand): boolean => status === 'FAILED' && statusReason?.reasonCode === CANCELLED
