import { replayQuarantinedRoute } from '@keg/flows/routes'
import { replayMessage, type HotStore } from '@keg/store'
import { once, type OncePorts } from '../http/once.ts'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'
import type { ReplayQueues } from '../ports.ts'

/**
 * `POST /quarantine/{entryId}/replay`: puts a message into its flow's queue again. Answers 202: the entry closes as the flow has done it,
 * and stays open with the newer reason where it fails again. 409 for an entry that is closed, or whose flow is gone.
 */
export const replayQuarantined = ({ store, queues, gate, log, nowMs }: { store: HotStore; queues: ReplayQueues } & OncePorts & Gated) =>
  answerRoute(replayQuarantinedRoute, gate, ({ params: { entryId }, headers }, refuse, person) =>
    once(replayQuarantinedRoute, { log, nowMs }, { key: headers['idempotency-key'], person, parts: [entryId], refuse }, async () => {
      const entry = await store.quarantinedEntry(entryId)
      if (entry === undefined) throw refuse('not-found', `The quarantine has no entry ${entryId}.`)
      const { flow, state, replayedAtMs: closedAtMs = 0 } = entry
      if (state === 'replayed') throw refuse('conflict', `The entry ${entryId} was replayed at ${new Date(closedAtMs).toISOString()}.`)
      if (!queues.has(flow)) {
        throw refuse('conflict', `There is no flow ${flow}, whose message the entry ${entryId} is; deploy it again.`)
      }
      const message = replayMessage(entry, nowMs())
      await queues.send(flow, message)
      return { quarantineId: entryId, flow, replayedAtMs: message.replay.replayedAtMs }
    }))
