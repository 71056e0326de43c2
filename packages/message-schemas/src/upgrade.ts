import type * as z from 'zod'

/** Makes a value of a version of one of the version before. Throws where it is given something else. */
export type Upgrade = (older: unknown) => unknown

/** How older versions are brought up to date: `1` makes a value of version 2 of one of version 1, and so on, without gaps. */
export type Upgrades = Readonly<Record<number, Upgrade>>

/**
 * One step of a message's way from an old version: the old schema, and what becomes of its values.
 *
 * @example
 * upgradeFrom(z.object({ v: z.literal(1), fahrenheit: z.number() }), ({ fahrenheit }) => ({ v: 2, celsius: (fahrenheit - 32) / 1.8 }))
 */
export const upgradeFrom = <Schema extends z.ZodType>(schema: Schema, upgrade: (older: z.output<Schema>) => unknown): Upgrade =>
  (older) => upgrade(schema.parse(older))

/** The oldest version from which there is a way to `version`. */
export function oldestOf(version: number, upgrades: Upgrades): number {
  let oldest = version
  while (upgrades[oldest - 1] !== undefined) oldest -= 1
  return oldest
}

/** Takes a value of version `from` up to `version`. Throws what a step throws. */
export function upgraded(value: unknown, from: number, version: number, upgrades: Upgrades): unknown {
  let current = value
  for (let at = from; at < version; at += 1) current = upgrades[at]?.(current)
  return current
}
