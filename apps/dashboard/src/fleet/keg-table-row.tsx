import { memo } from 'react'
import { useLiveKeg } from '../live/use-live.ts'
import { kegHref } from '../shell/location.ts'
import { usePage } from '../shell/page-context.ts'
import { asOf } from '../shell/words.ts'
import type { KegRow } from './keg-row.ts'
import { Signs } from './signs.tsx'

interface KegTableRowProps {
  readonly row: KegRow
  /** Where it stands in the whole table, the head being 1. */
  readonly index: number
  /** Absent where who looks may not change anything. */
  readonly select?: ((kegId: string, selected: boolean) => void) | undefined
  readonly selected: boolean
}

/** A keg in the table: what it measures as it comes, the rest as of the last second. */
export const KegTableRow = memo(function KegTableRow({ row, index, select, selected }: KegTableRowProps) {
  const { live } = usePage()
  const { telemetry, heardAtMs } = useLiveKeg(live, row.kegId) ?? {}
  const target = row.settings.reported?.targetCelsius
  const nowMs = Date.now()
  return (
    <tr aria-rowindex={index} aria-label={row.kegId} className={telemetry?.pouring === true ? 'pouring' : undefined}>
      {select !== undefined && (
        <td className="pick">
          <input
            type="checkbox" aria-label={`select ${row.kegId}`} checked={selected}
            onChange={({ currentTarget }) => select(row.kegId, currentTarget.checked)}
          />
        </td>
      )}
      <th scope="row"><a href={kegHref(row.kegId)} title={row.kegId}><bdi>{row.kegId}</bdi></a></th>
      <td className="wide" title={row.siteId}><bdi>{row.siteId}</bdi></td>
      <td className="number">
        <strong>{telemetry === undefined ? '–' : telemetry.celsius.toFixed(1)}</strong> °C
        <small>{target === undefined ? '' : ` of ${target.toFixed(1)}`}</small>
      </td>
      <td className="signs">
        {telemetry?.pouring === true && <span className="sign beer">pouring</span>}
        {telemetry?.cooling === true && <span className="sign quiet">cooling</span>}
        <Signs row={row} nowMs={nowMs} />
      </td>
      <td className="number wide" data-total-ml={row.totalMl}>{row.pours === 0 ? '–' : `${(row.totalMl / 1_000).toFixed(2)} l`}</td>
      <td className="number wide">{asOf(heardAtMs, nowMs)}</td>
    </tr>
  )
})
