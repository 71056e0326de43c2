import { INTERVAL_SEC, TARGET_CELSIUS } from '@keg/message-schemas/keg'
import { Problem } from '../shell/problem.tsx'
import { WishForm } from './wish-form.tsx'
import { settingRows, type ShownSettings } from './settings-view.ts'
import { spanText, timeText } from '../shell/words.ts'
import { useNow } from '../shell/use-every.ts'

interface SettingsPanelProps {
  readonly kegId: string
  /** Absent = none yet, or not known. */
  readonly settings: ShownSettings | undefined
  readonly isRead: boolean
  readonly problem: Error | null
  readonly mayWish: boolean
}

const NOW_EVERY_MS = 10_000

/** What is wished of a keg against what it reported, and forms to wish otherwise. */
export function SettingsPanel({ kegId, settings, isRead, problem, mayWish }: SettingsPanelProps) {
  return (
    <section className="card" aria-labelledby="settings">
      <h2 id="settings">Settings</h2>
      {problem && settings === undefined && <Problem what="The settings can’t be read" error={problem} />}
      {settings === undefined
        ? <p className="empty">{isRead ? 'Nothing was set or reported yet.' : '…'}</p>
        : <SettingsTable settings={settings} />}
      {mayWish && (isRead || settings !== undefined) && <WishForms kegId={kegId} settings={settings} />}
    </section>
  )
}

function SettingsTable({ settings }: { readonly settings: ShownSettings }) {
  const nowMs = useNow(NOW_EVERY_MS)
  return (
    <div className="sideways">
      <table>
        <caption>Version {settings.version} of the keg’s shadow</caption>
        <thead><tr><th scope="col">setting</th><th scope="col">wished</th><th scope="col">reported</th><th scope="col">state</th></tr></thead>
        <tbody>
          {settingRows(settings).map(({ name, desired, reported, isPending, isWish, sinceMs }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td><bdi>{desired ?? '–'}</bdi></td>
              <td><bdi>{reported ?? '–'}</bdi></td>
              <td className={isPending ? 'state-pending' : ''}>
                {isPending
                  ? <>pending{sinceMs !== undefined && <> for {spanText(nowMs - sinceMs)}, since {timeText(sinceMs, nowMs)}</>}</>
                  : isWish && desired !== undefined ? 'in sync' : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A form for each setting; each begins with what is wished of it, else with what the keg reported. */
function WishForms({ kegId, settings }: { readonly kegId: string; readonly settings: ShownSettings | undefined }) {
  const { desired, reported } = settings ?? {}
  const now = { ...reported, ...desired }
  const form = { kegId, settings }
  return (
    <div className="wishes">
      <WishForm {...form} name="targetCelsius" label="Target, °C" read={(text) => ({ targetCelsius: Number(text) })}>
        {(props) => (
          <input
            {...props} type="number" min={TARGET_CELSIUS.min} max={TARGET_CELSIUS.max} step="0.1" defaultValue={now.targetCelsius ?? 4} required
          />
        )}
      </WishForm>
      <WishForm {...form} name="valve" label="Valve" read={(text) => ({ valve: text === 'closed' ? 'closed' : 'open' })}>
        {(props) => (
          <select {...props} defaultValue={now.valve ?? 'open'}><option value="open">open</option><option value="closed">closed</option></select>
        )}
      </WishForm>
      <WishForm {...form} name="intervalSec" label="Measure every, s" read={(text) => ({ intervalSec: Number(text) })}>
        {(props) => (
          <input {...props} type="number" min={INTERVAL_SEC.min} max={INTERVAL_SEC.max} step="1" defaultValue={now.intervalSec ?? 10} required />
        )}
      </WishForm>
    </div>
  )
}
