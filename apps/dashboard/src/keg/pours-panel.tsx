import { useEffect } from 'react'
import { usePage } from '../shell/page-context.ts'
import { Problem } from '../shell/problem.tsx'
import { usePages } from '../shell/use-pages.ts'
import { useReadAgain } from './use-read-again.ts'
import { Time } from '../shell/time.tsx'
import { litreText, timeText } from '../shell/words.ts'

interface PoursPanelProps {
  readonly kegId: string
  /** What the ledger adds up to; absent = not known, or no pour yet. */
  readonly total: { readonly pours: number; readonly totalMl: number } | undefined
  /** How many pours came live since the page opened. */
  readonly poursSeen: number
}

const EVERY_MS = 15_000

/** The pours of a keg, as the ledger has them. */
export function PoursPanel({ kegId, total, poursSeen }: PoursPanelProps) {
  const { api } = usePage()
  const readAgain = useReadAgain(kegId, ['keg-pours', 'keg'])
  const pours = usePages(['keg-pours', kegId], (cursor) => api.pourPage(kegId, cursor), EVERY_MS)
  // A pour on the line is on its way to the ledger.
  useEffect(() => {
    if (poursSeen > 0) readAgain()
  }, [poursSeen, readAgain])
  return (
    <section className="card" aria-labelledby="pours">
      <h2 id="pours">Pours</h2>
      {total && <p className="note">{litreText(total.totalMl)} in {total.pours} {total.pours === 1 ? 'pour' : 'pours'}</p>}
      {pours.error && <Problem what="The pours can’t be read" error={pours.error} />}
      {pours.isRead && pours.items.length === 0 && <p className="empty">Nothing was poured yet.</p>}
      {pours.items.length > 0 && (
        <div className="sideways pours-table">
          <table>
            <caption>Pours in the ledger, newest first</caption>
            <thead><tr><th scope="col">poured</th><th scope="col">volume</th><th scope="col">at</th><th scope="col">meter</th></tr></thead>
            <tbody>
              {pours.items.map(({ pourId, takenAtMs, volumeMl, siteId, totaliserMl }) => (
                <tr key={`${siteId}/${pourId}`} data-pour-id={pourId}>
                  <th scope="row"><Time atMs={takenAtMs}>{timeText(takenAtMs)}</Time></th>
                  <td>{volumeMl} ml</td>
                  <td><bdi>{siteId}</bdi></td>
                  <td>{litreText(totaliserMl)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {pours.more && <button type="button" className="quiet" onClick={pours.more}>More pours</button>}
    </section>
  )
}
