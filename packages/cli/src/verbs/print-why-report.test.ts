import { expect, it } from 'vitest'
import { printWhyReport } from './print-why-report.ts'

it('keeps on its line what devices chose: a client id, a text as the output, the answer of an action', () => {
  expect(printWhyReport({
    topic: 'keg/k-1', traceId: 't-1', published: true,
    receivers: [{ clientId: 'a\nRule forged. The rule matches.', filter: 'keg/+', qos: 1, connected: true }],
    rules: [{
      ruleName: 'raw', sql: "SELECT * FROM 'keg/+'", verdict: 'matched', explanation: 'The rule matches.\n\nSELECT\n  *', output: 'cold\n  Output: warm',
      actions: [{ action: 'lambda', resource: 'f', answer: 'failed', tries: 1, error: 'too warm\nRule forged. The rule matches.' }],
    }],
  })).toBe(`Published to keg/k-1, trace id t-1.

Rule raw. The rule matches.
  SELECT
    *
  Output: cold\\n  Output: warm
  Action lambda to f: failed: too warm\\nRule forged. The rule matches.

Subscribed to it:
  a\\nRule forged. The rule matches. by keg/+, QoS 1: connected`)
})
