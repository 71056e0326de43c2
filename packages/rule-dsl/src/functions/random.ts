import { RunFailure } from '../fault/run-failure.ts'
import type { FunctionContext, RuleContext } from './function-context.ts'
import { toNumber } from '../value/conversion.ts'
import { fn } from './signature.ts'

/** What the context's source gives, the same one when the evaluation is run again. */
function made<T>(name: 'random' | 'newId', source: (given: RuleContext) => (() => T) | undefined, { given, calls }: FunctionContext): T {
  const make = source(given)
  if (make === undefined) throw new RunFailure('FUNCTION_FAILED', `The context of this evaluation has no \`${name}\`.`)
  return calls === undefined ? make() : calls.once(make)
}

export const randomFunctions = {
  newuuid: fn([], (context) => made('newId', ({ newId }) => newId, context)),
  rand: fn([], (context) => toNumber(String(made('random', ({ random }) => random, context)), context.version)),
}
