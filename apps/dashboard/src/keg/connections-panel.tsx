import { useQuery } from '@tanstack/react-query'
import { usePage } from '../shell/page-context.ts'
import { disconnectText } from './presence-words.ts'
import { Problem } from '../shell/problem.tsx'
import { useEvery } from '../shell/use-every.ts'
import { spanText, timeText } from '../shell/words.ts'

const EVERY_MS = 30_000

/** The last connections of a keg: when each began and ended, and why. */
export function ConnectionsPanel({ kegId }: { readonly kegId: string }) {
  const { api } = usePage()
  const refetchInterval = useEvery(EVERY_MS)
  const { data, error } = useQuery({ queryKey: ['connections', kegId], queryFn: () => api.connections(kegId), refetchInterval })
  return (
    <section className="card" aria-labelledby="connections">
      <h2 id="connections">Connections</h2>
      {error && <Problem what="The connections can’t be read" error={error} />}
      {data?.length === 0 && <p className="empty">None of its own in the last month; a keg behind a gateway has none.</p>}
      {data !== undefined && data.length > 0 && (
        <div className="sideways">
          <table>
            <caption>The last connections, newest first</caption>
            <thead><tr><th scope="col">began</th><th scope="col">ended</th><th scope="col">lasted</th><th scope="col">why it ended</th></tr></thead>
            <tbody>
              {data.map(({ beganAtMs, endedAtMs, reason }, at) => (
                <tr key={`${beganAtMs ?? ''} ${endedAtMs ?? ''} ${at}`}>
                  <td>{beganAtMs === undefined ? 'not known' : timeText(beganAtMs)}</td>
                  <td>{endedAtMs === undefined ? '–' : timeText(endedAtMs)}</td>
                  <td>{beganAtMs === undefined || endedAtMs === undefined ? '–' : spanText(endedAtMs - beganAtMs)}</td>
                  <td><bdi>{endedAtMs === undefined && reason === undefined ? '–' : disconnectText(reason)}</bdi></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}
