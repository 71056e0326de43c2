import { useQuery } from '@tanstack/react-query'
import { usePage } from '../shell/page-context.ts'
import { policyWords, type PolicyThing } from './policy-words.ts'
import { Problem } from '../shell/problem.tsx'

/** What a keg's certificates allow it, policy by policy, in words and as JSON. */
export function PoliciesPanel({ kegId, siteId }: PolicyThing) {
  const { api } = usePage()
  const { data, error } = useQuery({ queryKey: ['policies', kegId], queryFn: () => api.policies(kegId) })
  return (
    <section className="card wide" aria-labelledby="policies">
      <h2 id="policies">What its certificate may do</h2>
      {error && <Problem what="The policies can’t be read" error={error} />}
      {data?.length === 0 && <p className="empty">No policy is in effect: it may do nothing.</p>}
      {(data ?? []).map(({ policyArn, policyName, document, principals }) => (
        <details key={policyArn} className="policy" open>
          <summary><bdi>{policyName}</bdi></summary>
          <p className="note">In effect over {principals.length === 1 ? 'the certificate' : `${principals.length} certificates:`} <bdi>{principals.join(', ')}</bdi></p>
          <ul className="words">
            {policyWords(document, { kegId, siteId }).map(({ allows, does, what, onlyIf }, at) => (
              <li key={at}>
                <strong className={allows ? '' : 'denied'}>{allows ? 'may' : 'may never'}</strong> {does}{' '}
                {what.map((name, index) => <span key={index}>{index > 0 && ', '}<code><bdi>{name}</bdi></code></span>)}
                {onlyIf.map((condition) => <span key={condition}>, where <code><bdi>{condition}</bdi></code></span>)}
              </li>
            ))}
          </ul>
          <details>
            <summary>as JSON</summary>
            <pre className="sideways" tabIndex={0}>{JSON.stringify(document, undefined, 2)}</pre>
          </details>
        </details>
      ))}
    </section>
  )
}
