import { isRecord } from '@keg/aws-service'

/**
 * The items of a batch that a function answers as failed. An empty or absent list is complete success; an entry without an
 * identifier makes the answer malformed, which is `undefined`.
 */
export function batchItemFailures(payload: string): string[] | undefined {
  const answer: unknown = JSON.parse(payload)
  if (answer === null) return []
  if (!isRecord(answer)) return undefined
  const failures = answer['batchItemFailures'] ?? []
  if (!Array.isArray(failures)) return undefined
  const ids = failures.map((failure: unknown) => (isRecord(failure) ? failure['itemIdentifier'] : undefined))
  return ids.every((id): id is string => typeof id === 'string' && id !== '') ? ids : undefined
}
