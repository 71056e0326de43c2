import type { HotStore } from '@keg/store'
import { POUR_FLOWS, quarantine, type RuleMessage } from './ingest-pour.ts'
import { readFailedMessage } from './rule-message.ts'

/** What became of a message: done, or in quarantine; and what is worth a line in the log, absent = nothing. */
export interface Taken {
  readonly done: boolean
  readonly told?: object
}

/** What a flow does with a message. Rejects where it has to come again. */
export type Take = (message: RuleMessage) => Promise<Taken>

/**
 * Takes a message; the entry that it is a replay of closes once that is done, unless its pour has closed it. A replay of an entry that is
 * closed already is done without anything being done: people ask for one twice.
 */
export async function takeMessage(message: RuleMessage, take: Take, store: HotStore): Promise<Taken> {
  if (await isDone(message, store)) return { done: true }
  const taken = await take(message)
  if (taken.done && message.replay !== undefined) await store.closeQuarantined(message.replay)
  return taken
}

/** Of flows of pours the ledger tells, in the transaction that books. */
async function isDone({ replay, flow = 'pours' }: RuleMessage, store: HotStore): Promise<boolean> {
  if (replay === undefined || POUR_FLOWS.has(flow)) return false
  return (await store.quarantinedEntry(replay.quarantineId))?.state === 'replayed'
}

/**
 * Takes what stands in the queue of a flow; a body that its rule can not have sent is in quarantine at once, since it would fail each time.
 */
export async function takeQueued(
  body: string, sentAtMs: number, { flow, take, store }: { readonly flow: string; readonly take: Take; readonly store: HotStore },
): Promise<Taken> {
  const message = readFailedMessage(body, sentAtMs)
  if (message !== undefined) return takeMessage({ flow, ...message }, take, store)
  return { done: false, told: await keepForeign(body, sentAtMs, flow, store) }
}

/** Keeps a body of which nobody knows what it is. */
export const keepForeign = (body: string, sentAtMs: number, flow: string, store: HotStore): Promise<{ readonly reason: string }> =>
  quarantine(
    { flow, topic: 'unknown', payload: Buffer.from(body).toString('base64'), receivedAtMs: sentAtMs },
    `not a message of the ${flow} rule`,
    store,
  )
