import { lists, parseGraph } from '../definition.ts'
import { runGraph } from '../run-graph.ts'
import type { Run, Scope } from '../scope.ts'

/** Runs its branches at once, each with the same input; the first that fails ends the others. */
export async function parallel({ state, name, run, progress, ...scope }: Scope, input: unknown): Promise<unknown> {
  const branches = lists(state['Branches']).map((branch) => parseGraph(branch, name))
  return allOrNone(run, (each) => branches.map((branch, index) =>
    runGraph(branch, input, { ...scope, run: each }, progress?.inner?.(index))))
}

/** The results of all, in order; where one fails, the others are stopped. */
export async function allOrNone(run: Run, start: (run: Run) => Promise<unknown>[]): Promise<unknown[]> {
  const failed = new AbortController()
  try {
    return await Promise.all(start({ ...run, signal: AbortSignal.any([run.signal, failed.signal]) }))
  } catch (error) {
    failed.abort()
    throw error
  }
}
