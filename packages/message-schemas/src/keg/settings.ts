import * as z from 'zod'
import { levelName } from './envelope.ts'

/** The coldest and warmest target that a keg's cooler takes, in degrees Celsius. */
export const TARGET_CELSIUS = { min: 1, max: 12 } as const

/** A target temperature, in degrees Celsius. */
export const targetCelsius = z.number().min(TARGET_CELSIUS.min).max(TARGET_CELSIUS.max)

/** What people set and a keg reports through its shadow; readings don't belong here. */
export const settings = z.object({ siteId: levelName, targetCelsius })

export type Settings = z.output<typeof settings>
/** Settings as a shadow holds them: any of them may not have been set, or not reported yet. */
export const partialSettings = settings.partial()
export type PartialSettings = z.output<typeof partialSettings>
