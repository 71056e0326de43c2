import { replayMessage, type HotStore } from '@keg/store'
import { Problem } from '../http/problem.ts'
import { route } from '../http/route.ts'
import type { ReplayQueues } from '../ports.ts'
import { entryPath } from './entry-path.ts'

/**
 * `POST /quarantine/{entryId}/replay`: puts a message into its flow's queue again. Answers 202: the entry closes as the flow has done it,
 * and stays open with the newer reason where it fails again. 409 for an entry that is closed, or whose flow is gone.
 */
export const replayQuarantined = ({ store, queues, nowMs }: { store: HotStore; queues: ReplayQueues; nowMs: () => number }) =>
  route({ params: entryPath, status: 202 }, async ({ params: { entryId } }) => {
    const entry = await store.quarantinedEntry(entryId)
    if (entry === undefined) throw new Problem(404, `The quarantine has no entry ${entryId}.`)
    const { flow, state, replayedAtMs: closedAtMs = 0 } = entry
    if (state === 'replayed') throw new Problem(409, `The entry ${entryId} was replayed at ${new Date(closedAtMs).toISOString()}.`)
    if (!queues.has(flow)) throw new Problem(409, `There is no flow ${flow}, whose message the entry ${entryId} is; deploy it again.`)
    const message = replayMessage(entry, nowMs())
    await queues.send(flow, message)
    return { quarantineId: entryId, flow, replayedAtMs: message.replay.replayedAtMs }
  })
