import { fieldValue } from '../query/fields.ts'
import type { Scope } from '../scope.ts'
import { StateError } from '../state-error.ts'

/** Ends its machine, branch or iteration with an error. */
export async function fail(scope: Scope, input: unknown): Promise<never> {
  const [error, cause] = await Promise.all([fieldValue('Error', input, scope), fieldValue('Cause', input, scope)])
  throw new StateError(String(error ?? ''), String(cause ?? ''))
}
