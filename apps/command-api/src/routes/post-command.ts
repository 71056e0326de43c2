import { postCommandRoute } from '@keg/flows/routes'
import { commandAt, type CommandStore } from '@keg/store'
import { firstOf } from '../http/first-of.ts'
import { once, type OncePorts } from '../http/once.ts'
import { answerRoute } from '../http/route.ts'
import type { CommandTopic, KegSites } from '../ports.ts'

interface Ports extends OncePorts {
  readonly commands: CommandStore
  readonly sites: KegSites
  readonly topic: CommandTopic
  /** A new id, which sorts by time. */
  readonly newId: (nowMs: number) => string
}

/**
 * `POST /kegs/{kegId}/commands`: tells a keg to do something once. Answers 202: the keg has still to answer. 404 for a keg that the registry
 * does not have, 409 for one that stands nowhere.
 *
 * The command is kept before it is told: what a kill in between leaves is CREATED, and TIMED_OUT in the end. The request under the same key
 * tells the keg then, which obeys each id once.
 */
export const postCommand = ({ commands, sites, topic, newId, ...ports }: Ports) =>
  answerRoute(postCommandRoute, ({ params: { kegId }, headers, body }, refuse) => {
    const key = headers['idempotency-key']
    return once(postCommandRoute, ports, { key, parts: [kegId, body], refuse }, async () => {
      const place = await sites.siteOf(kegId)
      if (place === undefined) throw refuse('not-found', `There is no keg ${kegId}.`)
      const { siteId } = place
      if (siteId === undefined) throw refuse('conflict', `The keg ${kegId} stands nowhere: the registry has no site of it.`)
      const createdAtMs = ports.nowMs()
      const commandId = await firstOf(postCommandRoute, ports, key, newId(createdAtMs))
      const command = await commands.create({
        kegId, commandId, siteId, order: body.order, createdAtMs, expiresAtMs: createdAtMs + body.expiresInSec * 1_000,
      })
      const stands = commandAt(command, ports.nowMs())
      // What was answered, taken back or is too late meanwhile is not told again.
      if (stands.status === 'CREATED') await topic.send(command, command.order)
      return stands
    })
  })
