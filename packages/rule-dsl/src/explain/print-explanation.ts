import { printExpression } from '../syntax/print-rule.ts'
import { shown } from './cause.ts'
import type { Explanation } from './explain-rule.ts'
import type { Trace } from './trace.ts'

const MAX_VALUE_LENGTH = 120
const MAX_PARTS = 50
const LITERALS = new Set(['number', 'string', 'boolean', 'null'])

/**
 * Prints an explanation for people: the result and its reason, then the tree of SET, WHERE and SELECT with every value.
 *
 * @example
 * const rule = parseRule("SELECT celsius FROM 'keg/+' WHERE celsius > 8")
 * const payload = new TextEncoder().encode('{"celsius":7.5}')
 * printExplanation(explainRule(rule, { topic: 'keg/k-1', payload }, { nowMs: 0 }))  // The rule does not match: celsius > 8 is false: …
 */
export function printExplanation({ rule, topic, payloadNote, result, because, decidedBy, variables, where, select }: Explanation): string {
  const verdict = result.kind === 'failed' ? `The rule fails with ${result.code}` : 'The rule does not match'
  const filter = rule.from === undefined ? '(none)' : `'${rule.from}'`
  const note = payloadNote === undefined ? [] : [payloadNote]
  const lines = [
    result.kind === 'matched' ? 'The rule matches.' : `${verdict}: ${because ?? ''}.`, ...note, '', `FROM ${filter}  topic ${topic}`,
  ]
  const traced = variables.values()
  for (const { name, value } of rule.variables) {
    const trace = value.kind === 'star' ? undefined : traced.next().value
    if (value.kind === 'star') lines.push(`SET @${name}`, '  *')
    else if (trace !== undefined) lines.push(`SET @${name}`, ...tree(trace, decidedBy, 1))
  }
  if (where !== undefined) lines.push('WHERE', ...tree(where, decidedBy, 1))
  if (select.length > 0) lines.push('SELECT', ...select.flatMap((trace) => tree(trace, decidedBy, 1)))
  return lines.join('\n')
}

function tree(trace: Trace, decidedBy: Trace | undefined, depth: number): string[] {
  const value = trace.failure === undefined ? clipped(shown(trace.value)) : `failed: ${trace.failure}`
  const line = `${'  '.repeat(depth)}${clipped(printExpression(trace.expression))}  →  ${value}${trace === decidedBy ? '  ←' : ''}`
  // A literal says its value itself.
  const parts = trace.parts.filter((part) => !LITERALS.has(part.expression.kind) || part === decidedBy)
  const left = parts.length - MAX_PARTS
  return [
    line,
    ...parts.slice(0, MAX_PARTS).flatMap((part) => tree(part, decidedBy, depth + 1)),
    ...(left > 0 ? [`${'  '.repeat(depth + 1)}… ${left} more`] : []),
  ]
}

const clipped = (text: string): string => (text.length > MAX_VALUE_LENGTH ? `${text.slice(0, MAX_VALUE_LENGTH)}…` : text)
