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

/** No frame of somebody else's, nothing from outside, and no word to others of where a person came from. */
const headers = {
  'content-security-policy': 'default-src \'none\'; style-src \'unsafe-inline\'; script-src \'unsafe-inline\'; connect-src \'self\'; base-uri \'none\'; form-action \'none\'; frame-ancestors \'none\'',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

/** Answers for the page of a run. */
export async function kegPage(request: Request, { activity, overview }: KegPageOptions): Promise<Response> {
  const { pathname } = new URL(request.url)
  switch (pathname.slice(KEG_PREFIX.length)) {
    case '': case '/': return new Response(page, { headers: { ...headers, 'content-type': 'text/html; charset=utf-8' } })
    case '/state': return Response.json(await overview(), { headers })
    case '/events': return events(activity, request.signal)
    default: return new Response('Not Found', { status: 404, headers })
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
  return new Response(body, { headers: { ...headers, 'content-type': 'text/event-stream' } })
}
