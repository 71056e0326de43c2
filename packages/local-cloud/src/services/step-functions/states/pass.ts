import type { Scope } from '../scope.ts'

/** Hands on its `Result`, or what it works on. */
export async function pass({ state }: Scope, input: unknown): Promise<unknown> {
  return state['Result'] ?? input
}
