import { gatewayStatus } from '@keg/message-schemas/keg'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { GatewayReport } from '../api/client.ts'
import { usePage } from '../shell/page-context.ts'
import { Problem } from '../shell/problem.tsx'
import { useEvery, useNow } from '../shell/use-every.ts'
import { asOf, spanText } from '../shell/words.ts'
import { droppedWords, sizeText } from './gateway-words.ts'
import './gateways.css'

const EVERY_MS = 30_000
const TICK_MS = 5_000

/** The gateways as they said of themselves: what waits for the line, what the cloud has acknowledged, and what was lost and why. */
export function GatewaysPage() {
  const { api, onMessage } = usePage()
  const queries = useQueryClient()
  const { data, error, isPending } = useQuery({ queryKey: ['gateways'], queryFn: () => api.gateways(), refetchInterval: useEvery(EVERY_MS) })
  // What a gateway says is on its way to where the API reads it.
  useEffect(() => onMessage((topic) => {
    if (gatewayStatus.topic.parse(topic)) setTimeout(() => void queries.invalidateQueries({ queryKey: ['gateways'] }), 500)
  }), [onMessage, queries])
  return (
    <>
      <h1>Gateways</h1>
      {error !== null && <Problem what="The gateways can’t be read" error={error} />}
      {isPending && <p className="empty" role="status">Reading …</p>}
      {data?.length === 0 && <p className="empty" role="status">No gateway has told of itself within 30 days.</p>}
      <ul className="gateways">
        {(data ?? []).map((gateway) => <li key={`${gateway.siteId}/${gateway.gatewayId}`}><Gateway gateway={gateway} /></li>)}
      </ul>
    </>
  )
}

function Gateway({ gateway: { gatewayId, siteId, receivedAtMs, takenAtMs, backlog, lastAckedAtMs, dropped, problem } }: {
  gateway: GatewayReport
}) {
  const nowMs = useNow(TICK_MS)
  // A gateway's times are by its own clock.
  const ownNowMs = nowMs + takenAtMs - receivedAtMs
  return (
    <article aria-label={gatewayId}>
      <h2><bdi>{gatewayId}</bdi> <span className="empty">at <bdi>{siteId}</bdi></span></h2>
      {problem !== undefined && <p className="problem" role="alert"><bdi>{problem}</bdi></p>}
      <dl>
        <div>
          <dt>waits for the line</dt>
          <dd>{backlog.messages} {backlog.messages === 1 ? 'message' : 'messages'}, {sizeText(backlog.bytes)} of {sizeText(backlog.maxBytes)}</dd>
        </div>
        {backlog.oldestTakenAtMs !== undefined && <div><dt>the oldest waits</dt><dd>{spanText(ownNowMs - backlog.oldestTakenAtMs)}</dd></div>}
        <div><dt>acknowledged last</dt><dd>{lastAckedAtMs === undefined ? 'nothing since its start' : asOf(lastAckedAtMs, ownNowMs)}</dd></div>
        <div>
          <dt>lost</dt>
          <dd>{dropped.length === 0 ? 'nothing' : dropped.map((loss) => <p key={droppedWords(loss)}>{droppedWords(loss)}</p>)}</dd>
        </div>
        <div><dt>as of</dt><dd>{asOf(receivedAtMs, nowMs)}</dd></div>
      </dl>
    </article>
  )
}
