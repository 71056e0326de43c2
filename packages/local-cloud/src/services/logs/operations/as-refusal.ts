import { FilterPatternError } from '../filter-pattern/filter-pattern-error.ts'
import { invalid } from '../refusal.ts'

/** Does something with a pattern that a call has. Throws `ServiceException` for one that is none. */
export function asRefusal<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof FilterPatternError) throw invalid(error.message)
    throw error
  }
}
