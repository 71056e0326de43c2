import { asOf } from '../shell/words.ts'
import type { KegRow } from './keg-row.ts'

/** What is to be said of a keg's state, each axis by itself and in words: colour is never the only sign. */
export function Signs({ row, nowMs }: { row: KegRow; nowMs: number }) {
  const since = row.sinceMs === undefined ? '' : `since ${asOf(row.sinceMs, nowMs)}`
  return (
    <>
      {row.health === 'alert' && <span className="sign bad" title={row.alert}>⚠ {row.alert}</span>}
      {row.health === 'silent' && <span className="sign warn">silent</span>}
      <span className={CONNECTION_CLASS[row.connection]} title={[since, row.reason].filter(Boolean).join(', ')}>{row.connection}</span>
      {row.sync === 'pending' && <span className="sign warn">settings pending</span>}
      {row.sync === 'unknown' && <span className="sign quiet">settings unknown</span>}
    </>
  )
}

const CONNECTION_CLASS: Record<KegRow['connection'], string> = {
  away: 'sign bad', unknown: 'sign warn', connected: 'sign good', 'behind a gateway': 'sign good',
}
