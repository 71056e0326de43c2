import type { LiveKeg } from '../live/live-store.ts'
import type { SettingRow } from './settings-view.ts'
import { useNow } from './use-every.ts'
import { celsiusText, spanText, timeText } from './words.ts'
import type { PresenceWords } from './presence-words.ts'

interface VitalsProps {
  readonly live: LiveKeg | undefined
  readonly targetCelsius: number | undefined
  readonly intervalSec: number | undefined
}

const NOW_EVERY_MS = 5_000
/** A keg that says nothing for so many of its intervals, and for a while at least, is silent: its values are those of then. */
const SILENT_INTERVALS = 3
const SILENT_MS = 90_000

/** What the keg measured last, and as of when: what it measures now is not known from that. */
export function Vitals({ live, targetCelsius, intervalSec = 0 }: VitalsProps) {
  const nowMs = useNow(NOW_EVERY_MS)
  const { telemetry, heardAtMs } = live ?? {}
  const isSilent = heardAtMs !== undefined && nowMs - heardAtMs > Math.max(SILENT_MS, SILENT_INTERVALS * intervalSec * 1_000)
  const asOf = heardAtMs === undefined ? 'not heard yet' : `as of ${timeText(heardAtMs, nowMs)}`
  return (
    <section className="vitals" aria-label="vitals">
      <dl>
        <Vital name="temperature" value={telemetry && celsiusText(telemetry.celsius)} asOf={asOf}
          note={targetCelsius === undefined ? undefined : `target ${celsiusText(targetCelsius)}`} />
        <Vital name="pressure" value={telemetry && `${telemetry.kilopascal.toFixed(1)} kPa`} asOf={asOf} />
        <Vital name="tap" value={telemetry && (telemetry.pouring ? 'pouring' : 'not pouring')} asOf={asOf} />
        <Vital name="cooler" value={telemetry && (telemetry.cooling ? 'on' : 'off')} asOf={asOf} />
      </dl>
      <p className="note silent">{isSilent && heardAtMs !== undefined && `Silent for ${spanText(nowMs - heardAtMs)}: how it is now is unknown.`}</p>
    </section>
  )
}

interface VitalProps {
  readonly name: string
  readonly value: string | undefined
  readonly asOf: string
  readonly note?: string | undefined
}

function Vital({ name, value, asOf, note }: VitalProps) {
  return (
    <div className="vital">
      <dt>{name}</dt>
      <dd className="value">{value ?? '–'}</dd>
      <dd className="as-of">{note === undefined ? '' : `${note}, `}{asOf}</dd>
    </div>
  )
}

interface StatesProps {
  readonly presence: PresenceWords
  /** Open alerts; absent = they could not be read. */
  readonly alerts: number
  readonly settings: readonly SettingRow[] | undefined
}

/** How the keg is, on each axis: the line, its health, its settings. */
export function States({ presence, alerts, settings }: StatesProps) {
  const pending = settings?.filter(({ isPending }) => isPending).map(({ name }) => name)
  return (
    <dl className="states">
      <State name="connection" kind={presence.kind} text={presence.text} />
      <State name="health" kind={alerts === 0 ? 'good' : 'bad'} text={alerts === 0 ? 'no open alert' : `${alerts} open ${alerts === 1 ? 'alert' : 'alerts'}`} />
      <State
        name="settings" kind={pending === undefined ? 'unknown' : pending.length === 0 ? 'good' : 'pending'}
        text={pending === undefined ? 'unknown' : pending.length === 0 ? 'in sync' : `pending: ${pending.join(', ')}`}
      />
    </dl>
  )
}

function State({ name, kind, text }: { readonly name: string; readonly kind: PresenceWords['kind'] | 'pending'; readonly text: string }) {
  return <div className={`state state-${kind}`}><dt>{name}</dt><dd><bdi>{text}</bdi></dd></div>
}
