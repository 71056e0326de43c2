import { type Input, textOf } from '@keg/aws-service'
import { invalid } from './refusal.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogGroup.html */
const GROUP_NAME = /^[.\-_/#A-Za-z0-9]{1,512}$/
/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_CreateLogStream.html */
const STREAM_NAME = /^[^:*]{1,512}$/

/** A member that has to be there, and to look like that. Throws `ServiceException`. */
export function member(input: Input, name: string, pattern = /^[^]+$/): string {
  const value = textOf(input[name])
  if (value === undefined) throw invalid(`1 validation error detected: Value null at '${name}' failed to satisfy constraint: Member must not be null`)
  if (!pattern.test(value)) throw invalid(`1 validation error detected: Value '${value}' at '${name}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern.source}`)
  return value
}

/** The group that is named, by name or ARN. Throws `ServiceException`. */
export function groupName(input: Input): string {
  const identifier = textOf(input['logGroupIdentifier'])
  if (identifier === undefined) return member(input, 'logGroupName', GROUP_NAME)
  return groupNameOf(identifier)
}

/** A group's name from its ARN, with or without `:*`, or from the name itself. */
export function groupNameOf(identifier: string): string {
  return identifier.split(':log-group:').at(-1)?.replace(/:\*$/, '') ?? identifier
}

export function streamName(input: Input): string {
  return member(input, 'logStreamName', STREAM_NAME)
}

/** Cuts a page out of a list by `limit` and `nextToken`, which says where it begins. Throws `ServiceException`. */
export function page<T>(items: readonly T[], input: Input, limitMax: number): { items: readonly T[]; nextToken?: string } {
  const from = Number(input['nextToken'] ?? 0)
  if (!Number.isInteger(from) || from < 0) throw invalid('The specified nextToken is invalid.')
  const end = from + limit(input, limitMax)
  return { items: items.slice(from, end), ...(end < items.length ? { nextToken: String(end) } : {}) }
}

/** Throws `ServiceException`. */
export function limit({ limit: wanted }: Input, max: number): number {
  if (wanted === undefined) return max
  if (typeof wanted === 'number' && wanted >= 1 && wanted <= max) return wanted
  throw invalid(`1 validation error detected: Value '${String(wanted)}' at 'limit' failed to satisfy constraint: Member must have value between 1 and ${max}`)
}
