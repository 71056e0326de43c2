/** As many as one message tells of, and one gateway has. */
export const KEGS_A_SITE = 500

export const kegIdOf = (index: number): string => `keg-${String(index).padStart(5, '0')}`
export const siteOf = (index: number): string => `site-${String(Math.floor(index / KEGS_A_SITE)).padStart(2, '0')}`
export const kegAt = (index: number) => ({ kegId: kegIdOf(index), siteId: siteOf(index) })

/** A reading with a temperature. */
export const readingOf = (seq: number, celsius: number, takenAtMs: number) => ({
  bootId: 'b-1', seq, takenAtMs, celsius: Math.round(celsius * 10) / 10, kilopascal: 110, pouring: false, cooling: false,
})

/** What the kegs are told to do. */
export interface ManyKegsCommand {
  /** `summaries`: `kegs` of them change each second, told of by their sites; `readings`: each of the first `kegs` sends one each second. */
  readonly kind: 'summaries' | 'readings'
  readonly kegs: number
  readonly seconds: number
}

/** What their process says. */
export type ManyKegsAnswer =
  | { readonly kind: 'ready'; readonly url: string; readonly password: string }
  | { readonly kind: 'done'; readonly sent: readonly (readonly [kegId: string, celsius: number, sentAtMs: number])[] }
