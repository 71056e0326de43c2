import type { Wish } from '@keg/flows/routes'
import type { KegState, PartialSettings } from '@keg/message-schemas/keg'
import type { KegSettings } from '../api/client.ts'
import { newerSettings } from '../live/newer-settings.ts'
import { celsiusText } from '../shell/words.ts'

/** The settings of a keg as its shadow has them. */
export type ShownSettings = Pick<KegState, 'version' | 'desired' | 'reported' | 'desiredMetadata'>

/** What people may wish of a keg. */
export type WishName = keyof Wish

/** A setting: what is wished of it, and what the keg reported. */
export interface SettingRow {
  readonly name: string
  readonly desired: string | undefined
  readonly reported: string | undefined
  /** Whether the keg has still to report what is wished. */
  readonly isPending: boolean
  /** Whether people may wish it: what the keg is only told, as its site, it need not report back. */
  readonly isWish: boolean
  /** When it was wished, while that is pending; absent = not known. */
  readonly sinceMs?: number
}

/** The newer of what the API answered and what came live. */
export const newestShown = (stored: KegSettings | undefined, live: KegState | undefined): ShownSettings | undefined =>
  // Settings of the API were JSON on their way here: what is absent is not there at all.
  newerSettings(stored as ShownSettings | undefined, live)

const WISHED = [
  ['targetCelsius', 'target temperature', ({ targetCelsius }) => (targetCelsius === undefined ? undefined : celsiusText(targetCelsius))],
  ['valve', 'valve', ({ valve, valveReason }) => (valveReason === undefined || valve === undefined ? valve : `${valve}: ${valveReason}`)],
  ['intervalSec', 'measures every', ({ intervalSec }) => (intervalSec === undefined ? undefined : `${intervalSec} s`)],
] as const satisfies readonly (readonly [WishName, string, (settings: PartialSettings) => string | undefined])[]

/** What people may wish of a keg, and what it tells of itself alone: where it is, and what it runs. */
export function settingRows({ desired = {}, reported = {}, desiredMetadata = {} }: ShownSettings): readonly SettingRow[] {
  const wished = WISHED.map(([key, name, textOf]): SettingRow => {
    const isPending = desired[key] !== undefined && desired[key] !== reported[key]
    const atSec = desiredMetadata[key]?.timestamp
    return {
      name, desired: textOf(desired), reported: textOf(reported), isPending, isWish: true,
      ...(isPending && atSec !== undefined ? { sinceMs: atSec * 1_000 } : {}),
    }
  })
  const told = [['site', desired.siteId, reported.siteId], ['firmware', undefined, reported.firmware]] as const
  return [...wished, ...told.map(([name, of, is]) => ({ name, desired: of, reported: is, isPending: false, isWish: false }))]
}

/** How a wish stands that was made here: `overridden` by another wish that came after it. */
export type WishState = 'pending' | 'done' | 'overridden'

/** How a wish stands that the API took at a version. */
export function wishState(
  name: WishName, wished: { readonly value: unknown; readonly version: number }, now: ShownSettings | undefined,
): WishState {
  if (now === undefined || now.version < wished.version) return 'pending'
  if (now.desired?.[name] !== wished.value) return 'overridden'
  return now.reported?.[name] === wished.value ? 'done' : 'pending'
}
