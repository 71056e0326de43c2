import { silentMs, type NewestValues } from './newest-values.ts'
import type { StateWords } from './state-words.ts'
import { useNow } from '../shell/use-every.ts'
import { celsiusText, spanText, timeText } from '../shell/words.ts'

interface VitalsProps {
  /** Absent = nothing was heard yet. */
  readonly values: NewestValues | undefined
  readonly targetCelsius: number | undefined
  readonly intervalSec: number | undefined
}

const NOW_EVERY_MS = 5_000

/** What the keg measured last, and as of when: what it measures now is not known from that. */
export function Vitals({ values, targetCelsius, intervalSec = 0 }: VitalsProps) {
  const nowMs = useNow(NOW_EVERY_MS)
  const silent = silentMs(values, intervalSec, nowMs)
  const asOf = values === undefined ? 'not heard yet' : `as of ${timeText(values.atMs, nowMs)}`
  return (
    <section className="vitals" aria-label="vitals">
      <dl>
        <Vital name="temperature" value={values && celsiusText(values.celsius)} asOf={asOf}
          note={targetCelsius === undefined ? undefined : `target ${celsiusText(targetCelsius)}`} />
        <Vital name="pressure" value={values && `${values.kilopascal.toFixed(1)} kPa`} asOf={asOf} />
        <Vital name="tap" value={word(values?.pouring, 'pouring', 'at rest')} asOf={asOf} />
        <Vital name="cooler" value={word(values?.cooling, 'on', 'off')} asOf={asOf} />
      </dl>
      <p className="note silent">{silent !== undefined && `Silent for ${spanText(silent)}: how it is now is unknown.`}</p>
    </section>
  )
}

const word = (is: boolean | undefined, yes: string, no: string): string | undefined => (is === undefined ? undefined : is ? yes : no)

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
  readonly presence: StateWords
  readonly health: StateWords
  readonly settings: StateWords
}

/** How the keg is, on each axis: the line, its health, its settings. */
export function States({ presence, health, settings }: StatesProps) {
  return (
    <dl className="states">
      <State name="connection" {...presence} />
      <State name="health" {...health} />
      <State name="settings" {...settings} />
    </dl>
  )
}

function State({ name, kind, text }: { readonly name: string } & StateWords) {
  return <div className={`state state-${kind}`}><dt>{name}</dt><dd><bdi>{text}</bdi></dd></div>
}
