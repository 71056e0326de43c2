import type { StateValue } from './alarm.ts'

/** A rule that was read. */
export interface CompositeRule {
  /** The alarms that it names, by name or ARN. */
  readonly names: readonly string[]
  holds(stateOf: (name: string) => StateValue | undefined): boolean
}

/** A rule that is none. */
export class CompositeRuleError extends Error {
  override readonly name = 'CompositeRuleError'
}

type Test = (stateOf: (name: string) => StateValue | undefined) => boolean

const TOKEN = /\s*(\(|\)|"[^"]*"|'[^']*'|[^\s()"']+)/y

/**
 * Reads the rule of a composite alarm. Throws `CompositeRuleError`.
 *
 * @example compositeRule('ALARM("too warm") AND NOT (OK(door) OR FALSE)')
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
 */
export function compositeRule(text: string): CompositeRule {
  const rest = tokens(text)
  const names: string[] = []
  const take = (...wanted: string[]) => wanted.includes(rest[0]?.toUpperCase() ?? '') && rest.shift() !== undefined
  const need = (wanted: string) => {
    if (!take(wanted)) throw new CompositeRuleError(`AlarmRule must have ${wanted} in the place of ${rest[0] ?? 'its end'}`)
  }
  const either = (): Test => {
    const tests = [both()]
    while (take('OR')) tests.push(both())
    return (stateOf) => tests.some((test) => test(stateOf))
  }
  const both = (): Test => {
    const tests = [one()]
    while (take('AND')) tests.push(one())
    return (stateOf) => tests.every((test) => test(stateOf))
  }
  const one = (): Test => {
    if (take('NOT')) return negated(one())
    if (take('(')) return inside(either)
    if (take('TRUE')) return () => true
    if (take('FALSE')) return () => false
    const state = rest.shift()?.toUpperCase()
    if (state !== 'ALARM' && state !== 'OK' && state !== 'INSUFFICIENT_DATA')
      throw new CompositeRuleError(`AlarmRule must have a state in the place of ${state ?? 'its end'}`)
    need('(')
    return inside(() => {
      const name = (rest.shift() ?? '').replace(/^(["'])(.*)\1$/, '$2')
      names.push(name)
      return (stateOf) => stateOf(name) === state
    })
  }
  const inside = (read: () => Test): Test => {
    const test = read()
    need(')')
    return test
  }
  const test = either()
  if (rest.length > 0) throw new CompositeRuleError(`AlarmRule goes on with ${rest[0]}`)
  return { names: [...new Set(names)], holds: test }
}

function negated(test: Test): Test {
  return (stateOf) => !test(stateOf)
}

function tokens(text: string): string[] {
  const found: string[] = []
  TOKEN.lastIndex = 0
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const token = TOKEN.exec(text)?.[1]
    if (token === undefined) throw new CompositeRuleError('AlarmRule has a quote that does not end')
    found.push(token)
  }
  return found
}
