import * as z from 'zod'
import { levelName } from './envelope.ts'

/**
 * The coldest and warmest target that a keg's cooler takes, in degrees Celsius.
 *
 * @example const coldest = Math.max(0.5, TARGET_CELSIUS.min)  // 1
 */
export const TARGET_CELSIUS = { min: 1, max: 12 } as const

/**
 * A target temperature, in degrees Celsius.
 *
 * @example targetCelsius.parse(4.5)
 */
export const targetCelsius = z.number().min(TARGET_CELSIUS.min).max(TARGET_CELSIUS.max)

/**
 * How often an idle keg measures, in seconds.
 *
 * @example INTERVAL_SEC.max  // 3600
 */
export const INTERVAL_SEC = { min: 1, max: 3_600 } as const

/**
 * What people set and a keg reports through its shadow; readings don't belong here. `valveReason` is reported alone: why the
 * valve is as it is where nobody asked for it, a reaction to warm beer for one. So is `firmware`: the version of the program that it runs.
 *
 * @example settings.shape.targetCelsius.safeParse(40).success  // false
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
/**
 * Settings as a shadow holds them: any of them may not have been set, or not reported yet.
 *
 * @example partialSettings.parse({ targetCelsius: 4 })
 */
export const partialSettings = settings.partial()
export type PartialSettings = z.output<typeof partialSettings>

/**
 * When each setting was last set, by the cloud's clock: the metadata of a shadow's section.
 *
 * @example settingTimes.parse({ targetCelsius: { timestamp: 1_790_000_000 } })
 */
export const settingTimes = z.record(z.string(), z.object({ timestamp: z.int().nonnegative() }))
