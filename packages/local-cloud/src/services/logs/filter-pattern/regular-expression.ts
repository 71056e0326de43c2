import { FilterPatternError } from './filter-pattern-error.ts'

/**
 * What AWS takes between percent signs: letters, digits, a few symbols and operators; no parentheses, and nothing that looks at more than
 * one character.
 */
const allowed = /^(?:[A-Za-z0-9:_#=@/;,\-'^$?[\]{}|*+.\s]|\\[^bBkpPu1-9])*$/
/** One character, or what stands for several, with how often it comes; or a place in the text. */
const step = /(\^|\$)|(\\x[0-9A-Fa-f]{2}|\\.|\[(?:\\.|[^\]\\])*\]|[^\\])(?:([?*+]|\{\d+(?:,\d*)?\})\??)?/gy
/** Steps of an expression, a repeated one counted for each time. */
const STEPS_MAX = 2_000

/** One step of an expression: a place, or a character that may be left out or repeated. */
interface Step {
  readonly place?: '^' | '$'
  readonly matches: (text: string, at: number) => boolean
  readonly optional: boolean
  readonly repeated: boolean
}

/**
 * The expression between percent signs, tested anywhere in a text, in time that grows with the text's length alone. Throws
 * `FilterPatternError`.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html#regex-expressions
 */
export function regularExpression(source: string): (text: string) => boolean {
  if (!allowed.test(source)) throw new FilterPatternError(`Invalid regex '${source}'`)
  try {
    // It says what is wrong; nothing is matched by it, as it goes back and forth.
    new RegExp(source)
    const alternatives = alternativesOf(source).map(stepsOf)
    return (text) => alternatives.some((steps) => matchesSomewhere(steps, text))
  } catch (cause) {
    throw new FilterPatternError(`Invalid regex '${source}'`, { cause })
  }
}

function alternativesOf(source: string): string[] {
  const alternatives = ['']
  for (const [part] of source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[^]/g)) {
    if (part === '|') alternatives.push('')
    else alternatives.push(`${alternatives.pop() ?? ''}${part}`)
  }
  return alternatives
}

function stepsOf(source: string): Step[] {
  const steps: Step[] = []
  for (const [, place, character = '', quantifier = ''] of source.matchAll(step)) {
    if (place === '^' || place === '$') {
      steps.push({ place, matches: () => false, optional: false, repeated: false })
      continue
    }
    const matches = matcher(character)
    const [least, most] = times(quantifier)
    if (steps.length + Math.max(least, most === Infinity ? 0 : most) > STEPS_MAX) throw new RangeError('The expression is too long')
    for (let count = 0; count < least; count += 1) steps.push({ matches, optional: false, repeated: false })
    if (most === Infinity) steps.push({ matches, optional: true, repeated: true })
    else for (let count = least; count < most; count += 1) steps.push({ matches, optional: true, repeated: false })
  }
  return steps
}

function times(quantifier: string): [least: number, most: number] {
  switch (quantifier) {
    case '': return [1, 1]
    case '?': return [0, 1]
    case '*': return [0, Infinity]
    case '+': return [1, Infinity]
    default: {
      const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(quantifier) ?? []
      return [Number(least), comma === '' ? Number(least) : most === '' ? Infinity : Number(most)]
    }
  }
}

/** Whether a character matches, looked up once for each that comes. */
function matcher(character: string): Step['matches'] {
  const expression = new RegExp(`^${character}$`)
  const known = new Map<number, boolean>()
  return (text, at) => {
    const code = text.charCodeAt(at)
    const answer = known.get(code) ?? expression.test(text[at] ?? '')
    known.set(code, answer)
    return answer
  }
}

/** All ways through the steps at once, a place in the text after the other. */
function matchesSomewhere(steps: readonly Step[], text: string): boolean {
  let current = new Set<number>()
  for (let at = 0; at <= text.length; at += 1) {
    const reached = new Set<number>()
    for (const index of [...current, 0]) enter(index, { steps, text, at, reached })
    if (reached.has(steps.length)) return true
    current = new Set()
    for (const index of reached) {
      const each = steps[index]
      if (each !== undefined && at < text.length && each.matches(text, at)) current.add(each.repeated ? index : index + 1)
    }
  }
  return false
}

interface Position {
  readonly steps: readonly Step[]
  readonly text: string
  readonly at: number
  readonly reached: Set<number>
}

/** A step, and those after it that are reached without a character. */
function enter(index: number, { steps, text, at, reached }: Position): void {
  for (let next = index; !reached.has(next); next += 1) {
    reached.add(next)
    const each = steps[next]
    if (each === undefined) return
    const passes = each.place === undefined ? each.optional : each.place === '^' ? at === 0 : at === text.length
    if (!passes) return
  }
}
