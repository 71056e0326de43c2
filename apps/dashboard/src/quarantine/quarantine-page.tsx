import { useState } from 'react'
import type { QuarantineEntry } from '../api/client.ts'
import { usePage } from '../shell/page-context.ts'
import { usePages } from '../shell/use-pages.ts'
import { Entry } from './entry.tsx'
import './quarantine.css'

const EVERY_MS = 3_000

/** What flows failed with: each message whole, with the reason, and a button that tries it again. */
export function QuarantinePage() {
  const { api } = usePage()
  const { items: open, isRead, error, isReadingMore, more } = usePages(['quarantine', 'entries'], (cursor) => api.quarantine(cursor), EVERY_MS)
  // What somebody replays here stays until they leave the page, so that they see how it ends.
  const [replayed, setReplayed] = useState<ReadonlyMap<string, QuarantineEntry>>(new Map())
  const entries = [...new Map([...replayed, ...open.map((entry) => [entry.quarantineId, entry] as const)]).values()]
    .sort((one, other) => other.receivedAtMs - one.receivedAtMs)
  const keep = (entry: QuarantineEntry) => setReplayed((before) => new Map([...before, [entry.quarantineId, entry]]))
  return (
    <>
      <h1>Quarantine</h1>
      <p className="empty">Messages that a flow failed with. None is lost: it stays here, bytes and all, until a replay of it has gone through.</p>
      {error !== null && <p className="problem" role="alert">The quarantine can’t be read: {error.message}</p>}
      {!isRead && error === null && <p className="empty" role="status">Reading …</p>}
      {isRead && entries.length === 0 && <p className="empty" role="status">Nothing is in quarantine.</p>}
      <ul className="entries">
        {entries.map((entry) => <li key={entry.quarantineId}><Entry entry={entry} onReplay={keep} /></li>)}
      </ul>
      {more && <button type="button" className="quiet" disabled={isReadingMore} onClick={more}>Show more</button>}
    </>
  )
}
