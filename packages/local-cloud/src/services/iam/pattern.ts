import { policyPattern, variablesIn, type VariableOf } from '@keg/aws-service'

const compiled = new Map<string, (text: string) => boolean>()
const nothing: VariableOf = () => undefined

/** What an element of a policy is matched with. */
export interface MatchOptions {
  readonly ignoreCase?: boolean
  /** The values of variables. Default: none has one. */
  readonly variableOf?: VariableOf
}

/**
 * Whether text matches an element of a policy: `*` is any text, `?` any one character; with a variable that the request lacks it matches
 * nothing.
 */
export function matchesPattern(pattern: string, text: string, { ignoreCase = false, variableOf = nothing }: MatchOptions = {}): boolean {
  // Most have none, and are the same for every request.
  if (pattern.includes('${') && variablesIn(pattern).length > 0) return policyPattern(pattern, variableOf, { ignoreCase })(text)
  const key = `${ignoreCase ? 'i' : ''} ${pattern}`
  let matches = compiled.get(key)
  if (matches === undefined) compiled.set(key, (matches = policyPattern(pattern, nothing, { ignoreCase })))
  return matches(text)
}
