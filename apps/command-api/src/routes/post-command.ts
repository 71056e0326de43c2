import { postCommandRoute } from '@keg/flows/routes'
import { commandAt, type CommandStore } from '@keg/store'
import { once, type OncePorts } from '../http/once.ts'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import type { CommandTopic, KegRegistry } from '../ports.ts'

interface Ports extends OncePorts, KegGated {
  readonly commands: CommandStore
  readonly registry: Pick<KegRegistry, 'siteOf'>
  readonly topic: CommandTopic
  /** A new id, which sorts by time. */
  readonly newId: (nowMs: number) => string
}

/**
 * `POST /kegs/{kegId}/commands`: tells a keg to do something once. Answers 202: the keg has still to answer. 404 for a keg that the
 * registry has at no site.
 *
 * The command is kept before it is told: what a kill in between leaves is CREATED, and TIMED_OUT in the end. The request under the same key
 * tells the keg then, which obeys each id once.
 */
export const postCommand = ({ commands, registry, topic, newId, gate, ...ports }: Ports) =>
  answerRoute(postCommandRoute, gate, ({ params: { kegId }, headers, body }, refuse, person) =>
    once(postCommandRoute, ports, { key: headers['idempotency-key'], person, parts: [kegId, body], refuse }, async (first) => {
      const siteId = await registry.siteOf(kegId)
      if (siteId === undefined) throw refuse('not-found', `There is no keg ${kegId} at any site.`)
      const createdAtMs = ports.nowMs()
      const command = await commands.create({
        kegId, commandId: await first(newId(createdAtMs)), siteId, order: body.order, createdAtMs,
        expiresAtMs: createdAtMs + body.expiresInSec * 1_000,
      })
      const stands = commandAt(command, ports.nowMs())
      // What was answered, taken back or is too late meanwhile is not told again.
      if (stands.status === 'CREATED') await topic.send(command, command.order)
      return stands
    }))
