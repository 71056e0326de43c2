import * as z from 'zod'

/**
 * A topic level that names a site or a keg: what AWS allows in a thing name, without `:`.
 *
 * @example levelName.safeParse('keg/01').success  // false
 */
export const levelName = z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/, 'expected 1 to 128 letters, digits, "_" or "-"')

/**
 * The last moment that a message may tell of, the beginning of 2100, in epoch milliseconds. A clock past it is broken, and its times harm
 * whoever reads them: dates end at 8.64e15, and well before that a chart can't add a second to a time any more.
 *
 * @example epochMs.safeParse(LAST_EPOCH_MS + 1).success  // false
 */
export const LAST_EPOCH_MS = 4_102_444_800_000

/**
 * Epoch milliseconds, up to {@link LAST_EPOCH_MS}.
 *
 * @example epochMs.parse(1_790_000_000_000)
 */
export const epochMs = z.int().nonnegative().max(LAST_EPOCH_MS)

/**
 * What every message of a keg carries, beside its schema version `v`: the boot it was sent in, its place in that boot
 * (from 0, no gaps) and the device's own clock.
 */
export const envelope = {
  bootId: z.string().min(1).max(64),
  seq: z.int().nonnegative(),
  takenAtMs: epochMs,
}
