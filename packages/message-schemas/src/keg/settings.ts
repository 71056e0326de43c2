import * as z from 'zod'
import { levelName } from './envelope.ts'

/** The coldest and warmest target that a keg's cooler takes, in degrees Celsius. */
export const TARGET_CELSIUS = { min: 1, max: 12 } as const

/** A target temperature, in degrees Celsius. */
export const targetCelsius = z.number().min(TARGET_CELSIUS.min).max(TARGET_CELSIUS.max)

/** How often an idle keg measures, in seconds. */
export const INTERVAL_SEC = { min: 1, max: 3_600 } as const

/**
 * What people set and a keg reports through its shadow; readings don't belong here. `valveReason` is reported alone: why the
 * valve is as it is where nobody asked for it, a reaction to warm beer for one. So is `firmware`: the version of the program that it runs.
 */
export const settings = z.object({
  siteId: levelName,
  targetCelsius,
  valve: z.enum(['open', 'closed']),
  valveReason: z.string().max(256),
  intervalSec: z.int().min(INTERVAL_SEC.min).max(INTERVAL_SEC.max),
  firmware: z.string().max(64),
})

export type Settings = z.output<typeof settings>
/** Settings as a shadow holds them: any of them may not have been set, or not reported yet. */
export const partialSettings = settings.partial()
export type PartialSettings = z.output<typeof partialSettings>

/** When each setting was last set, by the cloud's clock: the metadata of a shadow's section. */
export const settingTimes = z.record(z.string(), z.object({ timestamp: z.int().nonnegative() }))
