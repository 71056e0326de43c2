import type { Expression, Rule } from '../syntax/ast.ts'
import { positionsOf, readToken, type Token } from '../syntax/token.ts'
import type { Diagnostic } from './diagnostic.ts'
import { expressionsBelow } from '../functions/function-names.ts'

/** Double quotes around the topic filter: AWS's page asks for single ones, though its own samples deploy with double ones. */
export function checkQuotes(sql: string): Diagnostic[] {
  for (const [before, token] of pairsOf(sql)) {
    if (token.kind !== 'string' || sql[token.start] !== '"' || before.kind !== 'word' || before.text.toUpperCase() !== 'FROM') continue
    const at = positionsOf(sql)(token.start)
    const message = `AWS documents single quotes around a topic filter: FROM '${token.text}'. Double ones are seen to work.`
    return [{ severity: 'warning', code: 'DOUBLE_QUOTED_FILTER', message, at }]
  }
  return []
}

function* pairsOf(sql: string): Generator<readonly [Token, Token]> {
  let before = readToken(sql, 0)
  for (let token = readToken(sql, before.end); token.kind !== 'end'; token = readToken(sql, token.end)) {
    yield [before, token]
    before = token
  }
}

export function checkVersion({ version }: Rule): Diagnostic[] {
  if (version !== 'beta') return []
  return [{
    severity: 'warning', code: 'BETA_VERSION',
    message: 'AWS may change what version beta means at any time, and break the rule; here it is 2016-03-23.',
  }]
}

/** A Lambda function gets JSON or nothing, and `*` alone hands on whatever was published. */
export function checkActions(rule: Rule, actions: readonly string[]): Diagnostic[] {
  if (!actions.includes('lambda') || !passesOnAnything(rule)) return []
  const [item] = rule.select.kind === 'items' ? rule.select.items : []
  const message = "A payload that is no JSON passes this rule, and a Lambda action fails with it. Select encode(*, 'base64') AS payload, or ask for a field in WHERE."
  return [{ severity: 'warning', code: 'MAY_BE_NO_JSON', message, ...(item?.value.at !== undefined && { at: item.value.at }) }]
}

/** Whether SELECT is `*` alone and no condition needs a field, which only JSON has. */
function passesOnAnything({ select, where }: Rule): boolean {
  const starAlone =
    select.kind === 'items' && select.items.length === 1 && select.items[0]?.value.kind === 'star' && select.items[0].alias === undefined
  return starAlone && !(where !== undefined && asksForField(where))
}

function asksForField(where: Expression): boolean {
  for (const { kind } of expressionsBelow([where])) if (kind === 'attribute') return true
  return false
}
