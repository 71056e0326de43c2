import { secondsOf } from '../query/fields.ts'
import type { Scope } from '../scope.ts'
import { StateError } from '../state-error.ts'

/** Has a service do something, and hands on what it answers. */
export async function task(scope: Scope, input: unknown): Promise<unknown> {
  const { state, run, name } = scope
  const timeoutSec = await secondsOf('TimeoutSeconds', scope)
  const done = run.task(String(state['Resource']), input)
  if (timeoutSec === undefined) return done
  const over = new AbortController()
  // The service goes on: nobody waits for it any more.
  done.catch(() => undefined)
  const timeUp = run.sleep(timeoutSec * 1000, AbortSignal.any([over.signal, run.signal])).then(() => {
    throw new StateError('States.Timeout', `The task of ${name} took longer than ${timeoutSec} seconds`)
  })
  try {
    return await Promise.race([done, timeUp])
  } finally {
    timeUp.catch(() => undefined)
    over.abort()
  }
}
