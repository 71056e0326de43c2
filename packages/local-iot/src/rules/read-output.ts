import { compileRule, parseRule, type RuleOutputValue } from '@keg/rule-dsl'
import type { StoredOutput } from './kept-runs.ts'

const reader = compileRule(parseRule('SELECT VALUE output', { version: '2016-03-23' }), { ruleName: 'reader' })

/** The value that a rule wrote as this payload, numbers exact. */
export function readOutput({ payload, isBinary }: StoredOutput): RuleOutputValue {
  if (isBinary) return payload
  const wrapped = Buffer.concat([Buffer.from('{"output":'), payload, Buffer.from('}')])
  const result = reader.evaluate({ topic: '$aws/rules/reader', payload: wrapped }, { nowMs: 0 })
  if (result.kind !== 'matched') throw new Error('What the rule put out can not be read again.')
  return result.output
}
