import { PROBLEMS, problemType, type ProblemKind } from '@keg/flows/routes'
import type { LocalAnswer, RunningCloud } from '@keg/local-cloud'
import { billUsd } from '@keg/local-iot'
import { z } from 'zod'
import type { Refusals } from './refusals.ts'

/** What the page finds out from this machine's cloud, which AWS has no answer for: the paths, as `config.json` names them. */
const PATHS = { why: '/local/why', bill: '/local/bill', refusals: '/local/refusals' } as const

const question = z.strictObject({ topic: z.string(), payloadBase64: z.base64(), clientId: z.string().optional() })

/** What the answers are made of. */
interface LocalSources {
  /** Where the API tells who asks. */
  readonly apiUrl: string
  readonly refusals: Refusals
}

/**
 * Answers what only this machine's cloud knows, at the page's origin and for brewers alone: why the rules do what they do with a message,
 * which is not published, what AWS would bill, and what AWS IoT Core refused. The page is told where by the member `local` of its
 * `config.json`.
 */
export function mountLocalAnswers(cloud: RunningCloud, { apiUrl, refusals }: LocalSources): void {
  const [page] = cloud.distributions
  const brewers = (method: string, answer: (request: Request) => Promise<Response>): LocalAnswer => async (request) => {
    if (request.method !== method) return new Response(null, { status: 405, headers: { allow: method } })
    return await refusalOf(request, apiUrl) ?? answer(request)
  }
  page?.mount('/config.json', async (request, next) => {
    const answer = await next()
    // Without a body, or with a part of it, there is nothing to add to.
    if (answer.status !== 200 || request.method === 'HEAD') return answer
    const headers = new Headers(answer.headers)
    for (const name of ['content-length', 'content-encoding', 'etag', 'last-modified']) headers.delete(name)
    return Response.json({ ...await answer.json() as object, local: PATHS }, { headers })
  })
  page?.mount(PATHS.bill, brewers('GET', async () => {
    const usage = cloud.iot.usage()
    return Response.json({ usage, usd: billUsd(usage) })
  }))
  page?.mount(PATHS.refusals, brewers('GET', async () => Response.json({ refusals: refusals.newest })))
  page?.mount(PATHS.why, brewers('POST', async (request) => {
    const asked = question.safeParse(await request.json().catch(() => undefined))
    if (!asked.success) return problem('invalid-request', z.prettifyError(asked.error))
    const { topic, payloadBase64, clientId } = asked.data
    try {
      return Response.json(await cloud.iot.why(topic, Buffer.from(payloadBase64, 'base64'), {
        dryRun: true, ...(clientId === undefined ? {} : { clientId }),
      }))
    } catch (error) {
      return problem('invalid-request', error instanceof Error ? error.message : String(error))
    }
  }))
}

/** How who asks is refused: nobody whose token the API does not take, nor anybody but a brewer. */
async function refusalOf(request: Request, apiUrl: string): Promise<Response | undefined> {
  const authorization = request.headers.get('authorization')
  if (authorization === null) return problem('unauthenticated', 'There is no access token: sign in.')
  const me = await fetch(`${apiUrl.replace(/\/$/, '')}/me`, { headers: { authorization } })
  // The API's own words for it.
  if (!me.ok) return new Response(me.body, me)
  const { role } = await me.json() as { readonly role?: unknown }
  return role === 'brewer' ? undefined : problem('forbidden', 'This is for brewers.')
}

function problem(kind: ProblemKind, detail: string): Response {
  const { status, title } = PROBLEMS[kind]
  const headers = { 'content-type': 'application/problem+json', ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}) }
  return Response.json({ type: problemType(kind), title, status, detail }, { status, headers })
}
