/** An error of a state, which `Retry` and `Catch` know by its name, as `States.Timeout` or `TypeError`. */
export class StateError extends Error {
  override readonly name: string
  /** Another name that retriers and catchers know it by. */
  readonly alias: string | undefined
  constructor(name: string, cause = '', alias?: string) {
    super(cause)
    this.name = name
    this.alias = alias
  }
}

/** What is wrong with the definition or with the data it gets: neither retried nor caught by `States.ALL`. */
export const runtimeError = (cause: string): StateError => new StateError('States.Runtime', cause)

/** Whether an error is one of those that a retrier or catcher names. @see https://states-language.net/spec.html#errors */
export function matchesError(names: readonly string[], { name, alias = name }: StateError, ofTask: boolean): boolean {
  if (names.includes(name) || names.includes(alias)) return true
  if (name === 'States.Runtime' || name === 'States.DataLimitExceeded') return false
  return names.includes('States.ALL') || (ofTask && name !== 'States.Timeout' && names.includes('States.TaskFailed'))
}
