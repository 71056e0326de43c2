import { ResourceNotFoundException } from '@aws-sdk/client-iot'

/** What AWS IoT answers; `undefined` where there is no such thing. */
export async function unlessGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}
