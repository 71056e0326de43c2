import { useQuery } from '@tanstack/react-query'
import { usePage } from '../shell/page-context.ts'
import { hrefOf, kegHref } from '../shell/location.ts'
import { Problem } from '../shell/problem.tsx'
import { useEvery } from '../shell/use-every.ts'
import { timeText } from '../shell/words.ts'
import './defense.css'
import { Revoke } from './revoke.tsx'
import { valueWords } from './value-words.ts'

const EVERY_MS = 5_000

/** What Device Defender finds wrong with kegs, the groups that queries make of the fleet, and the way to shut a keg out. */
export function DefensePage() {
  return (
    <>
      <h1>Defense</h1>
      <Violations />
      <Groups />
      <Revoke />
    </>
  )
}

function Violations() {
  const { api } = usePage()
  const { data, error } = useQuery({ queryKey: ['violations'], queryFn: () => api.violations(), refetchInterval: useEvery(EVERY_MS) })
  return (
    <section aria-labelledby="violations-title">
      <h2 id="violations-title">Violations</h2>
      {error !== null && <Problem what="The violations can’t be read" error={error} />}
      {data?.length === 0 && <p className="empty" role="status">Every keg behaves as it is expected to.</p>}
      {data !== undefined && data.length > 0 && (
        <table className="list">
          <thead><tr>{['keg', 'behavior', 'measured', 'since', 'found out'].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {data.map(({ violationId, kegId, siteId, profile, behavior, metric, value, startedAtMs, verificationState }) => (
              <tr key={violationId}>
                <th scope="row"><a href={kegHref(kegId)}><bdi>{kegId}</bdi></a> <span className="empty"><bdi>{siteId}</bdi></span></th>
                <td><bdi>{behavior}</bdi> <span className="empty">of <bdi>{profile}</bdi></span></td>
                <td>{metric} <bdi>{valueWords(value)}</bdi></td>
                <td>{timeText(startedAtMs)}</td>
                <td>{verificationState ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Groups() {
  const { api } = usePage()
  const { data, error } = useQuery({ queryKey: ['groups'], queryFn: () => api.groups(), refetchInterval: useEvery(EVERY_MS) })
  return (
    <section aria-labelledby="groups-title">
      <h2 id="groups-title">Dynamic groups</h2>
      {error !== null && <Problem what="The groups can’t be read" error={error} />}
      {data?.length === 0 && <p className="empty" role="status">There is no dynamic group.</p>}
      {data !== undefined && data.length > 0 && (
        <table className="list">
          <thead><tr>{['group', 'query', 'kegs', 'state'].map((name) => <th key={name} scope="col">{name}</th>)}</tr></thead>
          <tbody>
            {data.map(({ groupName, query, kegs, status = '–', description }) => (
              <tr key={groupName}>
                <th scope="row"><bdi title={description}>{groupName}</bdi></th>
                <td><a href={hrefOf('/', { query })}><bdi>{query}</bdi></a></td>
                <td>{kegs}</td>
                <td>{status}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
