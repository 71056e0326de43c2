import type { RuleTrial } from './rule-trial.ts'

/** What is to be said of a statement, with the place. */
export function Diagnostics({ trial: { diagnostics, asks, runs } }: { trial: RuleTrial }) {
  return (
    <div id="diagnostics" className="diagnostics" role="status">
      {diagnostics.map(({ severity, code, message, at }) => (
        <p key={`${code} ${message}`} className={severity === 'error' ? 'problem' : 'warning'}>
          {severity}{at && `, line ${at.line}, column ${at.column}`}: {message}
        </p>
      ))}
      {asks.length > 0 && <p className="warning">{asks.join(', ')} asks another service, which a page can’t: a core on this machine can.</p>}
      {runs && diagnostics.length === 0 && <p className="good">✓ AWS IoT takes this rule.</p>}
    </div>
  )
}
