import fc from 'fast-check'
import { checkRule, compileRule, parseRule, printRule, RuleError, type Rule } from '../index.ts'

const PIECES = [
  'SELECT ', ' FROM ', ' WHERE ', ' AS ', 'SET @a = ', '@a', ' CASE ', ' WHEN ', ' THEN ', ' ELSE ', ' END', ' AND ', ' OR ', 'NOT ',
  'VALUE ', '*', '(', ')', '[', ']', '{', '}', ':', ',', '.', "'", '"', '-', '--', '<>', '<=', '=', '!=', '1', '1.', '.5', '1E999', '1e-9',
  '99999999999999999999', 'NULL', 'true', ' ', '\n', '\t', '\0', '€', '😀', '\ud800', 'topic(3)', 'get(*, 0)', 'regexp_matches(a, ',
  'get_or_default(', 'cast(a AS ', '(SELECT ', '$', '${', '#', '+', '/', '`', '\\', ';', '@', 'in', 'exists',
] as const
const PAYLOADS = [
  '{"a":1,"b":{"c":[1,2,{"d":null}]},"x":"text","y":1.5}', '[]', '{}', '', 'no json', '{"a":12345678901234567890.123}',
  '{"x":[[[[]]]],"a":"1E9"}',
]

/** One change to a statement: at a place from 0 to 1, so many characters are replaced by a piece. */
const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.nat({ max: 12 }),
  piece: fc.oneof(fc.constantFrom(...PIECES), fc.constant(''), fc.string({ maxLength: 4, unit: 'binary' })),
})

function mutated(sql: string, changes: readonly { readonly at: number; readonly drop: number; readonly piece: string }[]): string {
  return changes.reduce((text, { at, drop, piece }) => {
    const start = Math.floor(at * text.length)
    return text.slice(0, start) + piece + text.slice(start + drop)
  }, sql)
}

/**
 * Changes statements of a corpus at random; each has to be refused with a place, or to parse, print, compile and evaluate without a throw.
 */
export function fuzz(corpus: readonly string[], runs: number, seed?: number): void {
  const statement = fc.record({
    base: fc.constantFrom(...corpus), changes: fc.array(mutation, { minLength: 1, maxLength: 6 }), payload: fc.constantFrom(...PAYLOADS),
  })
  fc.assert(
    fc.property(statement, ({ base, changes, payload }) => tryStatement(mutated(base, changes), payload)),
    { numRuns: runs, ...(seed !== undefined && { seed }) },
  )
}

function tryStatement(sql: string, payload: string): void {
  checkRule(sql)
  const rule = parsed(sql)
  if (rule === undefined) return
  const printed = printRule(rule)
  if (printRule(parseRule(printed, { version: rule.version })) !== printed) throw new Error(`Printed otherwise: ${printed}`)
  const compiled = compiledOrRefused(rule)
  // What FROM says is not what is tried here.
  const result = compiled?.evaluate({ topic: rule.from ?? 'a/b', payload: new TextEncoder().encode(payload) }, {
    nowMs: 0, random: () => 0.5, newId: () => 'id',
  })
  if (result?.kind === 'failed' && result.code === 'INTERNAL') throw new Error(result.message)
}

function parsed(sql: string): Rule | undefined {
  try {
    return parseRule(sql)
  } catch (error) {
    if (!(error instanceof RuleError) || error.at === undefined) throw error
    const { offset, line, column } = error.at
    if (offset > sql.length || line !== sql.slice(0, offset).split('\n').length || column < 1)
      throw new Error(`A wrong place: ${line}:${column}`, { cause: error })
    return undefined
  }
}

function compiledOrRefused(rule: Rule): ReturnType<typeof compileRule> | undefined {
  try {
    return compileRule(rule)
  } catch (error) {
    if (error instanceof RuleError) return undefined
    throw error
  }
}
