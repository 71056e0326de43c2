import { useQuery } from '@tanstack/react-query'
import * as z from 'zod'
import { askLocal } from '../shell/ask-local.ts'
import { usePage } from '../shell/page-context.ts'
import { Problem } from '../shell/problem.tsx'
import { useEvery } from '../shell/use-every.ts'
import { Time } from '../shell/time.tsx'
import { timeText } from '../shell/words.ts'

const EVERY_MS = 5_000

/** What the page shows of a line of the core's log. */
const refusal = z.object({
  atMs: z.number(), event: z.string(), message: z.string(), clientId: z.string().optional(), topic: z.string().optional(),
})
const answer = z.object({ refusals: z.array(refusal) })

type Refusal = z.output<typeof refusal>

/** What the core on this machine refused to whom, and what failed in it, newest first, each with the reason to open. */
export function RefusedMessages({ path }: { path: string }) {
  const { token } = usePage()
  const { data, error } = useQuery({
    queryKey: ['refusals'], queryFn: async () => answer.parse(await askLocal(path, await token())).refusals, refetchInterval: useEvery(EVERY_MS),
  })
  return (
    <section aria-labelledby="refused-title">
      <h2 id="refused-title">Why was a message refused?</h2>
      <p className="empty">The last hundred times that AWS IoT Core on this machine refused something, or something failed in it.</p>
      {error !== null && <Problem what="What was refused can’t be read" error={error} />}
      {data?.length === 0 && <p className="empty">Nothing was refused.</p>}
      <ol className="outcomes">{[...keyed(data ?? [])].map(([key, one]) => <li key={key}><Refused refusal={one} /></li>)}</ol>
    </section>
  )
}

/** Each by a key that stays its own as others come; what was refused twice in a millisecond is told once. */
const keyed = (refusals: readonly Refusal[]): ReadonlyMap<string, Refusal> =>
  new Map(refusals.map((one) => [JSON.stringify(one), one]))

function Refused({ refusal: { atMs, event, clientId, topic, message } }: { refusal: Refusal }) {
  return (
    <details>
      <summary>
        <Time atMs={atMs}>{timeText(atMs)}</Time> <span className="mark failed">{event.replaceAll('-', ' ')}</span>{' '}
        {topic !== undefined && <bdi>{topic}</bdi>}
        {clientId !== undefined && <span className="text"><bdi>{clientId}</bdi></span>}
      </summary>
      <pre tabIndex={0}><bdi>{message}</bdi></pre>
    </details>
  )
}
