import { anyText, glob } from '@keg/local-iot/policy'
import { ownMember } from '../../../ground/own-member.ts'
import { FilterPatternError } from './filter-pattern-error.ts'
import { regularExpression } from './regular-expression.ts'

/** What a value is compared with: a number where it is written as one, a text with `*`, or a regular expression. */
export type Operand = { readonly number: number; readonly text: string } | { readonly text: string } | { readonly regex: string }

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** An operand as it is written; quotes make a number a text. */
export function operand(written: string): Operand {
  if (written.startsWith('%')) return { regex: written.slice(1, -1) }
  if (written.startsWith('"')) return { text: written.slice(1, -1).replace(/\\(["\\])/g, '$1') }
  return NUMBER.test(written) ? { number: Number(written), text: written } : { text: written }
}

/** Whether a value (a text or a number) stands in the relation to the operand; one that can't does not. */
export function compare(relation: string, right: Operand): (left: string | number) => boolean {
  if (relation === '=') return equals(right)
  if (relation === '!=') {
    const same = equals(right)
    return (left) => !same(left)
  }
  if (!('number' in right)) throw new FilterPatternError(`Invalid operand for ${relation}: a number is needed`)
  const { number: limit } = right
  const ordered: Readonly<Record<string, (left: number) => boolean>> = {
    '<': (left) => left < limit, '<=': (left) => left <= limit, '>': (left) => left > limit, '>=': (left) => left >= limit,
  }
  const test = ownMember(ordered, relation)
  if (test === undefined) throw new FilterPatternError(`Invalid operator ${relation}`)
  return (left) => (typeof left === 'number' || NUMBER.test(left)) && test(Number(left))
}

function equals(right: Operand): (left: string | number) => boolean {
  if ('regex' in right) {
    const test = regularExpression(right.regex)
    return (left) => test(String(left))
  }
  const matches = glob(right.text.split('*').flatMap((text, index) => (index === 0 ? [text] : [anyText, text])))
  return (left) =>
    ('number' in right && (typeof left === 'number' || NUMBER.test(left)) ? Number(left) === right.number : matches(String(left)))
}
