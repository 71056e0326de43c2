import { useDeferredValue, useMemo, useState } from 'react'
import { usePageLocation, setQuery } from '../shell/location.ts'
import { seesAll, usePage } from '../shell/page-context.ts'
import { CoreWhy } from './core-why.tsx'
import { Diagnostics } from './diagnostics.tsx'
import { OutcomeList } from './outcome-list.tsx'
import { OwnMessage } from './own-message.tsx'
import { RefusedMessages } from './refused-messages.tsx'
import { tryRule } from './rule-trial.ts'
import './rules.css'
import { useOutcomes } from './use-outcomes.ts'

const FIRST_SQL = "SELECT topic(3) AS kegId, celsius FROM 'keg/+/+/telemetry' WHERE celsius > 6"

/** A rule as somebody types it, on the messages that come: what it would make of each, and why. */
export function RulesPage() {
  const { config, me } = usePage()
  const { query } = usePageLocation()
  const [sql, setSql] = useState(() => query.get('sql') ?? FIRST_SQL)
  const tried = useDeferredValue(sql)
  const trial = useMemo(() => tryRule(tried), [tried])
  const live = useOutcomes(trial)
  const type = (text: string) => {
    setSql(text)
    setQuery({ sql: text })
  }
  return (
    <>
      <h1>Rules</h1>
      <p className="empty">Type a rule of AWS IoT. It runs in this page alone, by the evaluator that runs it at the edge and in the local core, and nothing is sent.</p>
      <label className="sql">
        SQL
        <textarea value={sql} rows={4} spellCheck={false} aria-describedby="diagnostics" onChange={({ currentTarget }) => type(currentTarget.value)} />
      </label>
      <Diagnostics trial={trial} />
      {trial.isStopped() && <p className="warning" role="status">The rule takes too long for a page: it is not evaluated any more, until it is changed.</p>}
      <div className="columns">
        <section aria-labelledby="live-title">
          <h2 id="live-title">On what comes now</h2>
          <p className="empty" role="status">{live.matched} matched, {live.notMatched} did not, {live.failed} failed.</p>
          <OutcomeList outcomes={live.last} empty={trial.runs ? 'No message for this rule has come yet.' : 'The rule does not run here.'} />
        </section>
        <OwnMessage trial={trial} />
      </div>
      {config.local?.why !== undefined && seesAll(me) && <CoreWhy path={config.local.why} />}
      {config.local?.refusals !== undefined && seesAll(me) && <RefusedMessages path={config.local.refusals} />}
    </>
  )
}
