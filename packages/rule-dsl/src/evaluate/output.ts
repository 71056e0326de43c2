import { expressionsIn } from '../functions/function-names.ts'
import type { Rule } from '../syntax/ast.ts'
import { printRule } from '../syntax/print-rule.ts'
import { writeJson } from '../value/json.ts'
import { checkMade, MAX_MADE, writeChecked } from '../value/size.ts'
import { encodeUtf8 } from '../value/utf8.ts'
import type { SqlValue } from '../value/value.ts'
import type { MessageRun } from './run.ts'

/** Over what a part of a statement can be at most: a JSON escape is six characters, a time pattern's letter a word of nine. */
const MOST_GROWTH = 10
/** What a function without arguments gives, and what `lpad` and `rpad` add. */
const MOST_OF_CALL = 1100
/** Their result is not bounded by the sum of what goes in. */
const MULTIPLIES = new Set('replace regexp_replace transform get_user_properties'.split(' '))

/** Writes what SELECT gives as JSON; fails the rule where that is too large. */
export function compileOutput(rule: Rule, asksOthers: boolean): (run: MessageRun, output: SqlValue) => Uint8Array {
  let small: number | undefined = asksOthers ? 0 : undefined
  return (run, output) => {
    // The usual message need not be measured.
    small ??= smallPayload(rule)
    const text = run.bytes.length <= small ? writeJson(output) : writeChecked(output, 'The output')
    const bytes = encodeUtf8(text)
    checkMade(bytes.length, 'The output')
    return bytes
  }
}

/** Up to how many bytes of payload the output can't be too large, whatever they are. */
function smallPayload(rule: Rule): number {
  let parts = 1
  let constants = printRule(rule).length
  for (const expression of expressionsIn(rule)) {
    parts += 1
    if (expression.kind === 'call') constants += MOST_OF_CALL
    if (expression.kind === 'nested' || expression.kind === 'variable') return 0
    if (expression.kind === 'call' && MULTIPLIES.has(expression.name.toLowerCase())) return 0
  }
  return Math.floor((MAX_MADE / MOST_GROWTH - constants) / parts)
}
