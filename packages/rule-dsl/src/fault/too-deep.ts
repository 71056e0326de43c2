import { RuleError } from './rule-error.ts'

/** Works on a whole statement; one whose tree is higher than the engine's stack is refused. */
export function refusingDepth<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new RuleError('SQL_SYNTAX', 'The statement is nested too deep: SET variables can take parts of it.', {
      offset: 0, line: 1, column: 1,
    })
  }
}
