import type { OpenAlert } from '../live/live-alerts.ts'
import { kegHref } from '../shell/location.ts'
import { Time } from '../shell/time.tsx'
import { asOf } from '../shell/words.ts'

/** So many are shown at once: the table has the others. */
const SHOWN = 5

/** What is wrong at the bars now, newest first; nothing where nothing is. */
export function AlertList({ alerts }: { alerts: readonly OpenAlert[] }) {
  if (alerts.length === 0) return null
  return (
    <section aria-label="alerts" className="alerts">
      <h2>Alerts</h2>
      <ul>
        {alerts.slice(0, SHOWN).map(({ siteId, kegId, alertId, message, takenAtMs }) => (
          <li key={`${kegId}/${alertId}`}>
            <a href={kegHref(kegId)}><bdi>{kegId}</bdi></a> <span><bdi>{siteId}</bdi></span> <bdi>{message}</bdi>{' '}
            <Time atMs={takenAtMs}>{asOf(takenAtMs, Date.now())}</Time>
          </li>
        ))}
      </ul>
      {alerts.length > SHOWN && <p><a href="#/?is=alert">{alerts.length - SHOWN} more</a></p>}
    </section>
  )
}
