import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { askLocal } from '../shell/ask-local.ts'
import { usePage } from '../shell/page-context.ts'
import { payloadBase64 } from './payload-base64.ts'
import { whyReport, type WhyReport } from './why-report.ts'

/** Asks the core on this machine what each of its rules would make of a message, and who would get it; nothing is published. */
export function CoreWhy({ path }: { path: string }) {
  const { token } = usePage()
  const asked = useMutation({
    mutationFn: async (form: FormData) => whyReport.parse(await askLocal(path, await token(), {
      topic: form.get('topic'), payloadBase64: payloadBase64(String(form.get('payload'))),
    })),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    asked.mutate(new FormData(event.currentTarget))
  }
  return (
    <section aria-labelledby="core-title" className="core">
      <h2 id="core-title">Why did a rule not fire?</h2>
      <p className="empty">Asks every rule that is deployed here. Nothing is published, and no action runs.</p>
      <form onSubmit={submit}>
        <label>topic <input name="topic" defaultValue="keg/berlin/keg-01/telemetry" required spellCheck={false} /></label>
        <label>payload <textarea name="payload" rows={2} spellCheck={false} defaultValue='{ "celsius": 9.5 }' /></label>
        <button type="submit" disabled={asked.isPending}>Ask</button>
      </form>
      {asked.error !== null && <p className="problem" role="alert">{asked.error.message}</p>}
      {asked.data !== undefined && <Report report={asked.data} />}
    </section>
  )
}

const VERDICTS: Record<WhyReport['rules'][number]['verdict'], string> = {
  matched: '✓ fires', notMatched: '– does not match', failed: '⚠ fails', disabled: '– disabled', otherTopic: 'not for this topic',
}

function Report({ report: { because, rules, receivers } }: { report: WhyReport }) {
  const asked = rules.filter(({ verdict }) => verdict !== 'otherTopic')
  const others = rules.length - asked.length
  return (
    <>
      {because !== undefined && <p className="warning">{because}.</p>}
      <ul className="outcomes">
        {asked.map(({ ruleName, sql, verdict, because: why = '', explanation, actions = [] }) => (
          <li key={ruleName}>
            <details>
              <summary>
                <span className={`mark ${verdict}`}>{VERDICTS[verdict]}</span> <strong>{ruleName}</strong> <span className="text">{why}</span>
              </summary>
              <pre tabIndex={0}>{sql}{'\n\n'}{explanation}{actions.map(({ action, resource }) => `\n${action} to ${resource}`).join('')}</pre>
            </details>
          </li>
        ))}
      </ul>
      <p className="empty">{asked.length === 0 ? 'No rule is for this topic. ' : ''}{others} other rules are not for it.</p>
      <p className="empty">{receivers.length === 0
        ? 'Nobody subscribes to it.'
        : `Subscribed to it: ${receivers.map(({ clientId = 'a shared group', filter, refused }) =>
          `${clientId} by ${filter}${refused === undefined ? '' : `, who may not have it: ${refused}`}`).join('; ')}.`}</p>
    </>
  )
}
