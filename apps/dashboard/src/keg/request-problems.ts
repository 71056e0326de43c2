import { ApiError } from '@keg/flows/client'

/** What the API found wrong with a request: with which field of a form, and with none of them. */
export interface RequestProblems<Field extends string> {
  readonly fields: Readonly<Partial<Record<Field, string>>>
  readonly others: readonly string[]
}

/**
 * Puts what the API refused beside the fields that it is about, by the pointers of the problem document.
 *
 * @example requestProblems(error, { '#/body/targetCelsius': 'target' }).fields.target  // 'Too big: expected number to be <=12'
 */
export function requestProblems<Field extends string>(
  error: Error | null, fieldOf: Readonly<Record<string, Field>>,
): RequestProblems<Field> {
  const fields: Partial<Record<Field, string>> = {}
  const errors = error instanceof ApiError ? error.problem?.errors ?? [] : []
  const others = error !== null && errors.length === 0 ? [error.message] : []
  for (const { pointer, detail } of errors) {
    const field = fieldOf[pointer]
    if (field === undefined) others.push(detail)
    else fields[field] = field in fields ? `${fields[field]}; ${detail}` : detail
  }
  return { fields, others }
}
