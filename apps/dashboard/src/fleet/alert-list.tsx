import type { OpenAlert } from '../live/live-alerts.ts'

/** What is wrong at the bars now, newest first; nothing where nothing is. */
export function AlertList({ alerts }: { alerts: readonly OpenAlert[] }) {
  if (alerts.length === 0) return null
  return (
    <section aria-label="alerts" className="alerts">
      <h2>alerts</h2>
      <ul>
        {alerts.map(({ siteId, kegId, alertId, message, takenAtMs }) => (
          <li key={`${kegId}/${alertId}`}>
            <strong>{kegId}</strong> <span>{siteId}</span> {message} <time dateTime={new Date(takenAtMs).toISOString()}>{new Date(takenAtMs)
              .toLocaleTimeString()}</time>
          </li>
        ))}
      </ul>
    </section>
  )
}
