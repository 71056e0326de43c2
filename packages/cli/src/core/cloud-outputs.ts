import * as z from 'zod'
import { UsageError } from '../verb.ts'

const state = z.object({ outputs: z.record(z.string(), z.record(z.string(), z.string())) })

/** What the cloud at an endpoint tells of itself. */
export interface CloudState {
  /** The values of an output of this name, of all stacks. */
  output(name: string): readonly string[]
}

/** Asks the cloud at an endpoint of this machine. Throws `UsageError` where none answers. */
export async function cloudState(endpoint: string): Promise<CloudState> {
  const answer = await fetch(new URL('/__keg/state', endpoint)).then((told) => told.json(), () => undefined).catch(() => undefined)
  const told = state.safeParse(answer)
  if (!told.success) throw new UsageError(`No cloud answers at ${endpoint}; keg ps lists what runs.`)
  return { output: (name) => Object.values(told.data.outputs).flatMap((stack) => stack[name] ?? []) }
}
