import { isRecord } from '../../assembly/template.ts'

/** What an event has to look like, as EventBridge's rules and Lambda's filters write it. */
export type EventPattern = Readonly<Record<string, unknown>>

type Operator = (argument: unknown, value: unknown) => boolean

const comparisons: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
}

/** All but `exists`, which is asked of absent values, too. */
const operators: Readonly<Record<string, Operator>> = {
  prefix: (argument, value) => caseless(argument, (prefix, same) => typeof value === 'string' && same(value).startsWith(prefix)),
  suffix: (argument, value) => caseless(argument, (suffix, same) => typeof value === 'string' && same(value).endsWith(suffix)),
  'equals-ignore-case': (argument, value) => typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase(),
  wildcard: (argument, value) => typeof value === 'string' && wildcard(String(argument)).test(value),
  numeric: (argument, value) => typeof value === 'number' && pairs(argument).every(([name, limit]) => comparisons[String(name)]?.(value, Number(limit))),
  'anything-but': (argument, value) => (Array.isArray(argument) ? argument : [argument]).every((candidate) => !matchesCandidate(candidate, value)),
}

/**
 * Whether an event matches a pattern: every field of the pattern has one of the values that it lists.
 *
 * @example matchesEvent({ detail: { ml: [{ numeric: ['>', 300] }] } }, { detail: { ml: 400 } })  // true
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function matchesEvent(pattern: EventPattern, event: unknown): boolean {
  return Object.entries(pattern).every(([name, expected]) => {
    if (name === '$or' && Array.isArray(expected)) return expected.some((each) => isRecord(each) && matchesEvent(each, event))
    const value = isRecord(event) ? event[name] : undefined
    if (Array.isArray(expected)) return matchesList(expected, value)
    if (!isRecord(expected)) return false
    // Of a list of objects, one has to match.
    return Array.isArray(value) ? value.some((item) => matchesEvent(expected, item)) : matchesEvent(expected, value)
  })
}

/** Throws `TypeError` for a pattern that is none, or that has an operator which is not here. */
export function checkPattern(pattern: unknown, at = ''): asserts pattern is EventPattern {
  if (!isRecord(pattern)) throw new TypeError(`Event pattern is not valid: ${at === '' ? 'it' : at} must be an object or an array`)
  for (const [name, expected] of Object.entries(pattern)) {
    if (!Array.isArray(expected)) checkPattern(expected, name)
    else if (name === '$or') for (const each of expected) checkPattern(each, name)
    else for (const candidate of expected) checkCandidate(candidate, name)
  }
}

function checkCandidate(candidate: unknown, at: string): void {
  if (Array.isArray(candidate)) throw new TypeError(`Event pattern is not valid: ${at} has a list in its list`)
  const unknown = isRecord(candidate) ? Object.keys(candidate).find((name) => name !== 'exists' && operators[name] === undefined) : undefined
  if (unknown !== undefined) throw new TypeError(`Event pattern is not valid: Unrecognized match type ${unknown} of ${at}`)
}

function matchesList(candidates: readonly unknown[], value: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return candidates.some((candidate) => {
    // Only leaves exist: an object in this place is none. eb-create-pattern-operators.html#eb-filtering-exists-matching
    if (isRecord(candidate) && typeof candidate['exists'] === 'boolean') return candidate['exists'] === (value !== undefined && !isRecord(value))
    return value !== undefined && values.some((each) => matchesCandidate(candidate, each))
  })
}

function matchesCandidate(candidate: unknown, value: unknown): boolean {
  if (!isRecord(candidate)) return candidate === value
  const entries = Object.entries(candidate)
  return entries.length > 0 && entries.every(([name, argument]) => operators[name]?.(argument, value) === true)
}

/** `prefix` and `suffix` take `{ "equals-ignore-case": … }` in place of a text. */
function caseless(argument: unknown, test: (text: string, same: (value: string) => string) => boolean): boolean {
  if (!isRecord(argument)) return test(String(argument), (value) => value)
  return test(String(argument['equals-ignore-case']).toLowerCase(), (value) => value.toLowerCase())
}

function wildcard(pattern: string): RegExp {
  return new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[^]*')}$`)
}

function pairs(argument: unknown): unknown[][] {
  const list: readonly unknown[] = Array.isArray(argument) ? argument : []
  return list.flatMap((item, index) => (index % 2 === 0 ? [[item, list[index + 1]]] : []))
}
