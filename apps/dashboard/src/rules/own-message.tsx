import { useMemo, useState } from 'react'
import { OutcomeList } from './outcome-list.tsx'
import type { RuleTrial } from './rule-trial.ts'

const FIRST_TOPIC = 'keg/berlin/keg-01/telemetry'
const FIRST_PAYLOAD = '{ "celsius": 9.5, "kilopascal": 110, "pouring": false, "cooling": true }'

/** What the rule makes of a message that somebody types. */
export function OwnMessage({ trial }: { trial: RuleTrial }) {
  const [topic, setTopic] = useState(FIRST_TOPIC)
  const [payload, setPayload] = useState(FIRST_PAYLOAD)
  const outcome = useMemo(() => trial.take(topic, new TextEncoder().encode(payload), Date.now()), [trial, topic, payload])
  return (
    <section aria-labelledby="own-title">
      <h2 id="own-title">On a message of your own</h2>
      <label>topic <input value={topic} spellCheck={false} onChange={({ currentTarget }) => setTopic(currentTarget.value)} /></label>
      <label>
        payload
        <textarea value={payload} rows={3} spellCheck={false} onChange={({ currentTarget }) => setPayload(currentTarget.value)} />
      </label>
      <OutcomeList
        outcomes={outcome === undefined ? [] : [outcome]}
        empty={trial.runs && !trial.isStopped() ? 'The rule is not for this topic.' : 'The rule does not run here.'}
      />
    </section>
  )
}
