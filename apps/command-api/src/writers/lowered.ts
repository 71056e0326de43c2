import { TARGET_CELSIUS } from '@keg/message-schemas/keg'

/** How much colder a keg is asked to be at an alarm: what a cooler makes up for within an hour or two, and no keg freezes by. */
const LOWERED_BY_CELSIUS = 2

/**
 * The wish of a keg that is too warm: 2 °C below the one that it has, never one that its cooler does not take; `undefined` where that is no
 * lower.
 */
export function lowered(targetCelsius: number): number | undefined {
  const lower = Math.min(TARGET_CELSIUS.max, Math.max(TARGET_CELSIUS.min, Math.round((targetCelsius - LOWERED_BY_CELSIUS) * 100) / 100))
  return lower < targetCelsius ? lower : undefined
}
