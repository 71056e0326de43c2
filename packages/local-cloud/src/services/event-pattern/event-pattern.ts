import { isRecord } from '@keg/aws-service'
import { matchesCandidate, operators } from './operators.ts'

/** What an event has to look like, as EventBridge's rules and Lambda's filters write it. */
export type EventPattern = Readonly<Record<string, unknown>>

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

/** Throws `TypeError`, in AWS's words where they are known, for a pattern that is none. */
export function checkPattern(pattern: unknown, at = ''): asserts pattern is EventPattern {
  if (!isRecord(pattern)) invalid(at === '' ? 'Filter is not an object' : `"${at}" must be an object or an array`)
  for (const [name, expected] of Object.entries(pattern)) {
    if (!Array.isArray(expected)) checkPattern(expected, name)
    else if (name === '$or') for (const each of expected) checkPattern(each, name)
    else if (expected.length === 0) invalid(`Empty arrays are not allowed, as that of "${name}"`)
    else for (const candidate of expected) checkCandidate(candidate, name)
  }
}

function checkCandidate(candidate: unknown, at: string): void {
  if (Array.isArray(candidate)) invalid(`"${at}" has a list in its list`)
  if (!isRecord(candidate)) return
  const [[name = '', argument] = [], ...more] = Object.entries(candidate)
  if (more.length > 0) invalid(`Only one key allowed in match expression of "${at}"`)
  if (name === 'exists') return typeof argument === 'boolean' ? undefined : invalid('exists match pattern must be either true or false.')
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined
  if (operator === undefined) invalid(`Unrecognized match type ${name} of "${at}"`)
  const wrong = operator.wrong(argument)
  if (wrong !== undefined) invalid(`${name} of "${at}" ${wrong}`)
}

function invalid(reason: string): never {
  throw new TypeError(`Event pattern is not valid. Reason: ${reason}`)
}

function matchesList(candidates: readonly unknown[], value: unknown): boolean {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return candidates.some((candidate) => {
    // Only leaves exist: an object in this place is none. eb-create-pattern-operators.html#eb-filtering-exists-matching
    if (isRecord(candidate) && typeof candidate['exists'] === 'boolean')
      return candidate['exists'] === (value !== undefined && !isRecord(value))
    return value !== undefined && values.some((each) => matchesCandidate(candidate, each))
  })
}
