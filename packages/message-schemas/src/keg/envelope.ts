import * as z from 'zod'

/**
 * A topic level that names a site or a keg: what AWS allows in a thing name, without `:`.
 *
 * @example levelName.safeParse('keg/01').success  // false
 */
export const levelName = z.string().regex(/^[a-zA-Z0-9_-]{1,128}$/, 'expected 1 to 128 letters, digits, "_" or "-"')

/**
 * Epoch milliseconds.
 *
 * @example epochMs.parse(1_790_000_000_000)
 */
export const epochMs = z.int().nonnegative()

/**
 * What every message of a keg carries, beside its schema version `v`: the boot it was sent in, its place in that boot
 * (from 0, no gaps) and the device's own clock.
 */
export const envelope = {
  bootId: z.string().min(1).max(64),
  seq: z.int().nonnegative(),
  takenAtMs: epochMs,
}
