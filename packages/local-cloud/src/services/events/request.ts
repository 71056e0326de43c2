import { type Input, numberOf, ServiceException, textOf } from '@keg/aws-service'

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_ListRules.html */
const PAGE_MAX = 100

/** A member that is not as it has to be. */
export const invalid = (message: string): ServiceException => new ServiceException('ValidationException', 400, message)

/** A text that has to be there, and to look like that. Throws `ServiceException`. */
export function member(input: Input, name: string, pattern = /^[^]+$/): string {
  const value = textOf(input[name])
  const at = `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`
  if (value === undefined) throw invalid(`1 validation error detected: Value null at '${at}' failed to satisfy constraint: Member must not be null`)
  if (!pattern.test(value)) throw invalid(`1 validation error detected: Value '${value}' at '${at}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${pattern.source}`)
  return value
}

/** The part of a list that `NextToken`, which says where it begins, and a limit ask for. Throws `ServiceException`. */
export function page<T>(items: readonly T[], input: Input, limitName = 'Limit'): { items: readonly T[]; NextToken: string | undefined } {
  const from = Number(input['NextToken'] ?? 0)
  const count = numberOf(input[limitName]) ?? PAGE_MAX
  if (!Number.isInteger(from) || from < 0) throw invalid('Parameter NextToken is not valid.')
  if (count < 1 || count > PAGE_MAX) throw invalid(`1 validation error detected: Value '${count}' at '${limitName}' failed to satisfy constraint: Member must have value between 1 and ${PAGE_MAX}`)
  const end = from + count
  return { items: items.slice(from, end), NextToken: end < items.length ? String(end) : undefined }
}
