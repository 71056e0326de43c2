import { useQuery } from '@tanstack/react-query'
import { useShadow } from '@keg/shadow-client/react'
import type { Api, KegTotal } from '../api/client.ts'
import type { KegShadows } from '../live/keg-shadows.ts'
import type { LiveKeg } from '../live/live-store.ts'
import { TargetForm } from './target-form.tsx'

/** What a card is drawn from. */
export interface KegCardProps {
  readonly api: Api
  readonly shadows: KegShadows
  /** Whether who looks may change settings. */
  readonly mayWish: boolean
  readonly kegId: string
  readonly live: LiveKeg | undefined
  readonly total: KegTotal | undefined
}

/** One keg: its readings, its ledger, its target. */
export function KegCard({ api, shadows, mayWish, kegId, live, total }: KegCardProps) {
  const settings = useShadow(shadows.of(kegId))
  const pours = useQuery({
    queryKey: ['pours', kegId, total?.pours ?? 0], queryFn: () => api.pours(kegId), gcTime: 0, placeholderData: (before) => before,
  })
  const { telemetry } = live ?? {}
  return (
    <article aria-label={kegId} className={telemetry?.pouring ? 'keg pouring' : 'keg'}>
      <h3>{kegId}</h3>
      <p className="celsius">
        <strong>{telemetry ? telemetry.celsius.toFixed(1) : '–'}</strong> °C
        {telemetry?.cooling && <span className="badge">cooling</span>}
        {telemetry?.pouring && <span className="badge beer">pouring</span>}
      </p>
      <dl>
        <div><dt>target</dt><dd>{degrees(settings.reported?.targetCelsius)}</dd></div>
        <div><dt>pressure</dt><dd>{telemetry ? `${telemetry.kilopascal} kPa` : '–'}</dd></div>
        <div><dt>in the ledger</dt><dd data-total-ml={total?.totalMl ?? 0}>{total
          ? `${(total.totalMl / 1_000).toFixed(2)} l in ${total.pours} ${total.pours === 1 ? 'pour' : 'pours'}`
          : 'nothing yet'}</dd></div>
      </dl>
      <ol className="pours" aria-label={`last pours of ${kegId}`}>
        {(pours.data ?? []).map((pour) => (
          <li key={pour.pourId} data-pour-id={pour.pourId}><time>{new Date(pour.takenAtMs).toLocaleTimeString()}</time> {pour.volumeMl} ml</li>
        ))}
      </ol>
      {mayWish && <TargetForm kegId={kegId} settings={settings} />}
    </article>
  )
}

const degrees = (celsius: number | undefined): string => (celsius === undefined ? '–' : `${celsius.toFixed(1)} °C`)
