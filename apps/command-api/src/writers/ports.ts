import type { PartialSettings } from '@keg/message-schemas/keg'

/** Settings as they stand in a shadow, where anybody may have written anything. */
export type Settings = Readonly<Record<string, unknown>>

/** A keg's shadow as a writer sees it. */
export interface WishedOf {
  readonly version: number
  readonly desired: Settings
  readonly reported: Settings
}

/** What AWS takes on no account: a wish that makes a shadow too large, a name that no thing can have. */
export class WishRefused extends Error {
  override readonly name = 'WishRefused'
}

/** What is wished of kegs, for writers that must not write over what others wish meanwhile. */
export interface KegWishes {
  /** `undefined` where a keg has no shadow yet. Rejects with {@link WishRefused} what is refused each time. */
  read(kegId: string): Promise<WishedOf | undefined>
  /**
   * Wishes something of a keg whose shadow has this version (`undefined`: none yet); answers whether it was so, and else changes nothing.
   * Rejects with {@link WishRefused} what is refused each time.
   */
  wishAt(kegId: string, desired: PartialSettings, version: number | undefined): Promise<boolean>
}

/** The newest reading of a keg. */
export interface KegReading {
  readonly kegId: string
  readonly siteId: string
  readonly celsius: number
  readonly takenAtMs: number
  readonly receivedAtMs: number
}

/** The newest readings of the kegs. */
export interface WarmReadings {
  newestAbove(limit: { readonly celsius: number }): AsyncIterable<KegReading>
}
