import { isInRange, isRange, isRecord } from '@keg/aws-service'
import { anyText, glob } from '@keg/local-iot/policy'
import { ownMember } from '../../ground/own-member.ts'

/** A match type of event patterns. */
interface Operator {
  /** What is wrong with its argument; `undefined` for one that is right. */
  wrong(argument: unknown): string | undefined
  matches(argument: unknown, value: unknown): boolean
}

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

/** What numbers may be compared with. */
const NUMBER_MAX = 5e9

/**
 * All but `exists`, which is asked of absent values, too.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export const operators: Readonly<Record<string, Operator>> = {
  prefix: {
    wrong: wrongAffix,
    matches: (argument, value) => caseless(argument, (prefix, same) => typeof value === 'string' && same(value).startsWith(prefix)),
  },
  suffix: {
    wrong: wrongAffix,
    matches: (argument, value) => caseless(argument, (suffix, same) => typeof value === 'string' && same(value).endsWith(suffix)),
  },
  'equals-ignore-case': {
    wrong: wrongText, matches: (argument, value) => typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase(),
  },
  wildcard: { wrong: wrongWildcard, matches: (argument, value) => typeof value === 'string' && wildcard(String(argument))(value) },
  numeric: {
    wrong: wrongNumeric,
    matches: (argument, value) =>
      typeof value === 'number' && pairs(argument).every(([name, limit]) => ownMember(comparisons, String(name))?.(value, Number(limit))),
  },
  cidr: {
    wrong: (argument) =>
      (typeof argument === 'string' && argument.includes('/') && isRange(argument) ? undefined : 'takes a block of addresses, as "10.0.0.0/24"'),
    matches: (argument, value) => typeof value === 'string' && isInRange(value, String(argument)),
  },
  'anything-but': {
    wrong: wrongAnythingBut, matches: (argument, value) => !excluded(argument).some((candidate) => matchesCandidate(candidate, value)),
  },
}

/** Whether a value is what a pattern's list has, or passes its match type. */
export function matchesCandidate(candidate: unknown, value: unknown): boolean {
  if (!isRecord(candidate)) return candidate === value
  const entries = Object.entries(candidate)
  return entries.length > 0 && entries.every(([name, argument]) => ownMember(operators, name)?.matches(argument, value) === true)
}

/** What `anything-but` excludes, one by one: of `{ prefix: ['a', 'b'] }` two prefixes. */
function excluded(argument: unknown): readonly unknown[] {
  if (!isRecord(argument)) return listOf(argument)
  return Object.entries(argument).flatMap(([name, texts]) => listOf(texts).map((text) => ({ [name]: text })))
}

function wrongAnythingBut(argument: unknown): string | undefined {
  if (!isRecord(argument)) {
    const list = listOf(argument)
    const same = list.every((item) => typeof item === 'string') || list.every((item) => typeof item === 'number')
    return list.length > 0 && same ? undefined : 'takes texts or numbers'
  }
  const [[name = '', texts] = [], ...more] = Object.entries(argument)
  if (more.length > 0 || !['prefix', 'suffix', 'equals-ignore-case', 'wildcard'].includes(name))
    return `takes prefix, suffix, equals-ignore-case or wildcard, not ${Object.keys(argument).join(', ')}`
  return listOf(texts)
    .map((text) => wrongText(text) ?? (name === 'wildcard' ? wrongWildcard(text) : undefined))
    .find((wrong) => wrong !== undefined)
}

function wrongText(argument: unknown): string | undefined {
  return typeof argument === 'string' ? undefined : 'takes a text'
}

function wrongAffix(argument: unknown): string | undefined {
  const text = isRecord(argument) && Object.keys(argument).length === 1 ? argument['equals-ignore-case'] : argument
  return typeof text === 'string' && text !== '' ? undefined : 'takes a text that is not empty, or { "equals-ignore-case": … }'
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching */
function wrongWildcard(argument: unknown): string | undefined {
  if (typeof argument !== 'string') return 'takes a text'
  if (argument.includes('**')) return 'has two wildcards in a row'
  return /^(?:[^\\]|\\[\\*])*$/.test(argument) ? undefined : 'takes a backslash before * and \\ alone'
}

function wrongNumeric(argument: unknown): string | undefined {
  const given = Array.isArray(argument) ? pairs(argument) : []
  if (given.length < 1 || given.length > 2) return 'takes a comparison and a number, once or twice'
  const wrong = given.some(([name, limit]) =>
    ownMember(comparisons, String(name)) === undefined || typeof limit !== 'number' || Math.abs(limit) > NUMBER_MAX)
  return wrong ? `compares by ${Object.keys(comparisons).join(', ')} with numbers from -${NUMBER_MAX} to ${NUMBER_MAX}` : undefined
}

/** `prefix` and `suffix` take `{ "equals-ignore-case": … }` in place of a text. */
function caseless(argument: unknown, test: (text: string, same: (value: string) => string) => boolean): boolean {
  if (!isRecord(argument)) return test(String(argument), (value) => value)
  return test(String(argument['equals-ignore-case']).toLowerCase(), (value) => value.toLowerCase())
}

function wildcard(pattern: string): (text: string) => boolean {
  const parts = pattern.match(/\\[\\*]|\*|[^\\*]+/g) ?? []
  return glob(parts.map((part) => (part === '*' ? anyText : part.replace(/^\\/, ''))))
}

function pairs(argument: unknown): unknown[][] {
  const list = listOf(argument)
  return list.flatMap((item, index) => (index % 2 === 0 ? [[item, list[index + 1]]] : []))
}

function listOf(argument: unknown): readonly unknown[] {
  return Array.isArray(argument) ? argument : [argument]
}
