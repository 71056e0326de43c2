import type { Activity, Happening } from './activity.ts'
import type { Overview } from './overview.ts'
import { page } from './page.ts'

/** Where a run shows itself on the endpoint: a page, `/state` as JSON and `/events` as they happen. */
export const KEG_PREFIX = '/__keg'

/** What the page shows. */
export interface KegPageOptions {
  readonly activity: Activity
  readonly overview: () => Promise<Overview>
}

const loopback = /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\])(?::\d+)?$/

/**
 * Answers for the page of a run. Whoever names another host than this machine is turned away: a page of somebody else's that has its name
 * lead here must not read what functions are given.
 */
export async function kegPage(request: Request, { activity, overview }: KegPageOptions): Promise<Response> {
  const { host, pathname } = new URL(request.url)
  if (!loopback.test(host)) return new Response('This page is for this machine alone.', { status: 403 })
  switch (pathname.slice(KEG_PREFIX.length)) {
    case '': case '/': return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': 'default-src \'none\'; style-src \'unsafe-inline\'; script-src \'unsafe-inline\'; connect-src \'self\'' } })
    case '/state': return Response.json(await overview(), { headers: { 'cache-control': 'no-store' } })
    case '/events': return events(activity, request.signal)
    default: return new Response('Not Found', { status: 404 })
  }
}

/** Server-sent events, one for each happening, as JSON. */
function events(activity: Activity, signal: AbortSignal): Response {
  let end: () => void = () => undefined
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const stop = activity.follow((happening: Happening) => send(`data: ${JSON.stringify(happening)}\n\n`))
      // So that who asks knows that it follows.
      send(': following\n\n')
      end = () => {
        signal.removeEventListener('abort', close)
        stop()
      }
      const close = () => {
        end()
        controller.close()
      }
      signal.addEventListener('abort', close)
    },
    cancel: () => end(),
  })
  return new Response(body, { headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store' } })
}
