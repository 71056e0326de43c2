import type { Post } from './http-push.ts'

/** How long SNS waits for a server. @see https://docs.aws.amazon.com/sns/latest/dg/SendMessageToHttp.prepare.html */
const TIMEOUT_MS = 15_000

/**
 * Posts over HTTP; rejects where nobody answers in time, or not with success. It follows no redirection, which could lead off this machine.
 */
export const post: Post = async (url, headers, body) => {
  const response = await fetch(url, {
    method: 'POST', redirect: 'manual', headers: { ...headers }, body, signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  await response.body?.cancel()
  if (!response.ok) throw new Error(`${url} answers ${response.status}`)
}
