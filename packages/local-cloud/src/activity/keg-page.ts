import type { Activity, Happening } from './activity.ts'
import type { Overview } from './overview.ts'
import { page } from './page.ts'

/** Where a run shows itself on the endpoint: a page, `/state` as JSON and `/events` as they happen. */
const KEG_PREFIX = '/__keg'

/** Whether a path is the page's, or below it: what only begins so is for the services. */
export const isKegPath = (pathname: string): boolean => pathname === KEG_PREFIX || pathname.startsWith(`${KEG_PREFIX}/`)

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

/** Bytes that wait for a reader; while there are so many, it misses what happens. */
const WAITING_MAX = 1_048_576

/** Server-sent events, one for each happening, as JSON. A reader that stands still misses some, and is told how many. */
function events(activity: Activity, signal: AbortSignal): Response {
  let [end, missed]: [() => void, number] = [() => undefined, 0]
  const encoder = new TextEncoder()
  const hasRoom = (controller: ReadableStreamDefaultController<Uint8Array>) => (controller.desiredSize ?? 0) > 0
  const send = (controller: ReadableStreamDefaultController<Uint8Array>, text: string) => controller.enqueue(encoder.encode(text))
  const tellMissed = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if (missed === 0 || !hasRoom(controller)) return
    const happening: Happening = {
      kind: 'log', atMs: activity.nowMs, level: 'warn', source: 'cloud',
      message: `This reader was too slow: it has missed ${missed} happenings`,
    }
    missed = 0
    send(controller, `data: ${JSON.stringify(happening)}\n\n`)
  }
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const stop = activity.follow((happening) => {
        tellMissed(controller)
        if (hasRoom(controller)) send(controller, `data: ${JSON.stringify(happening)}\n\n`)
        else missed += 1
      })
      // So that who asks knows that it follows.
      send(controller, ': following\n\n')
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
    pull: tellMissed,
    cancel: () => end(),
  }, new ByteLengthQueuingStrategy({ highWaterMark: WAITING_MAX }))
  return new Response(body, { headers: { ...headers, 'content-type': 'text/event-stream' } })
}
