import type { Outcome } from './rule-trial.ts'

const MARKS: Record<Outcome['kind'], string> = { matched: '✓ matched', notMatched: '– not matched', failed: '⚠ failed' }

/** What a rule made of messages, each with its evaluation to open. */
export function OutcomeList({ outcomes, empty }: { outcomes: readonly Outcome[]; empty: string }) {
  if (outcomes.length === 0) return <p className="empty">{empty}</p>
  return (
    <ol className="outcomes">
      {outcomes.map((outcome) => (
        <li key={`${outcome.atMs} ${outcome.topic} ${outcome.text}`}>
          <details>
            <summary>
              <span className={`mark ${outcome.kind}`}>{MARKS[outcome.kind]}</span> <bdi>{outcome.topic}</bdi>
              <span className="text"><bdi>{outcome.text}</bdi></span>
            </summary>
            <pre tabIndex={0}><bdi>{outcome.explanation}</bdi></pre>
          </details>
        </li>
      ))}
    </ol>
  )
}
