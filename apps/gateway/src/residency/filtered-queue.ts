import type { SpoolQueue, Waiting } from '../spool/spool-queue.ts'
import type { Residency } from './residency.ts'

const WHY = 'it may not leave the site'

/**
 * A queue as the cloud may see it. What came in since the residency is what it is was looked through then; what is on the disk from before,
 * when the site held back less, is looked through here. A message that may not leave is kept apart on the disk.
 */
export function filteredQueue(queue: SpoolQueue, residency: Residency): SpoolQueue {
  const filtered = (row: Waiting): Waiting[] => {
    const payload = residency.leaving(row.topic, row.payload)
    if (payload !== undefined) return [{ ...row, payload }]
    queue.setUnsendable(row.id, WHY)
    return []
  }
  return {
    onKept: (handler) => queue.onKept(handler),
    kegs: (lane) => queue.kegs(lane),
    amount: (lane) => queue.amount(lane),
    assign: (batchId, ids) => queue.assign(batchId, ids),
    booked: (batchId) => queue.booked(batchId),
    forget: (ids) => queue.forget(ids),
    setUnsendable: (id, reason) => queue.setUnsendable(id, reason),
    batches: () => queue.batches().map(({ batchId, messages }) => ({ batchId, messages: messages.flatMap(filtered) })),
    after(lane, kegId, id, limit) {
      const found: Waiting[] = []
      for (let after = id; ; ) {
        const rows = queue.after(lane, kegId, after, limit - found.length)
        found.push(...rows.flatMap(filtered))
        const last = rows.at(-1)
        if (last === undefined || found.length >= limit) return found
        after = last.id
      }
    },
  }
}
