import type { StackAddress } from '../stack/serve-stack.ts'

/** Calls the API of the stack as a page does, and answers what it answers. Throws where it refuses. */
export async function callApi<Answer>({ outputs }: StackAddress, path: string, init?: RequestInit): Promise<Answer> {
  const answer = await fetch(`${(outputs['ApiUrl'] ?? '').replace(/\/$/, '')}${path}`, init)
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  // What the API's own tests hold it to.
  return (await answer.json()) as Answer
}
