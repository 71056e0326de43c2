import { brewerOf, type Caller } from '@keg/system'
import type { StackAddress } from '../stack/serve-stack.ts'

const brewers = new WeakMap<StackAddress, Promise<Caller>>()

/** Calls the API of the stack as a brewer does who is signed in, and answers what it answers. Throws where it refuses. */
export async function callApi<Answer>(stack: StackAddress, path: string, init?: RequestInit): Promise<Answer> {
  const brewer = brewers.get(stack) ?? brewerOf({ ...stack, outputs: { Stack: stack.outputs } })
  brewers.set(stack, brewer)
  const answer = await (await brewer).fetch(path, init)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  // What the API's own tests hold it to.
  return (await answer.json()) as Answer
}
