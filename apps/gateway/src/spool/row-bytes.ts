import type { Spooled } from './spool.ts'

/** What a row takes beside its text and payload: numbers, headers, the entries of the indexes. */
const ROW_BYTES = 80
/** A payload longer than this has pages of its own. */
const INLINE_BYTES = 3_500
const PAGE_BYTES = 4_096

/** What a message takes on the disk, more or less. */
export function rowBytes({ kegId, topic, payload }: Spooled): number {
  // The keg is in the row and in an index.
  const text = ROW_BYTES + 2 * kegId.length + topic.length
  return text + (payload.length > INLINE_BYTES ? Math.ceil(payload.length / PAGE_BYTES) * PAGE_BYTES : payload.length)
}
