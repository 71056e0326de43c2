import type { OpenAlert } from '../live/live-alerts.ts'
import { Time } from '../shell/time.tsx'
import { timeText } from '../shell/words.ts'

/** The alerts of a keg that are open. */
export function OpenAlerts({ alerts }: { readonly alerts: readonly OpenAlert[] }) {
  if (alerts.length === 0) return null
  return (
    <section className="card wide alerts" aria-labelledby="alerts">
      <h2 id="alerts">Open alerts</h2>
      <ul>
        {alerts.map(({ alertId, kind, message, takenAtMs }) => (
          <li key={alertId}>
            <strong><bdi>{message}</bdi></strong> <span>{kind}</span>{' '}
            <Time atMs={takenAtMs}>since {timeText(takenAtMs)}</Time>
          </li>
        ))}
      </ul>
    </section>
  )
}
