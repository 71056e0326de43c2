import type { FoundKeg } from '@keg/flows/routes'
import { isPending, levelName, partialSettings, type PartialSettings } from '@keg/message-schemas/keg'
import * as z from 'zod'
import type { IndexedThing } from '../ports.ts'
import type { Within } from './query-within.ts'

/** A thing of the index as a keg; `undefined` for what is not within, or can be no keg's name. */
export function foundKeg({ thingName, siteId, groups, connectivity, shadow }: IndexedThing, within: Within): FoundKeg | undefined {
  // The index goes by words and not by case, and a query is somebody's text.
  if (!groups.includes(within.group) || (within.siteId !== undefined && siteId !== within.siteId)) return undefined
  const name = levelName.safeParse(thingName)
  if (!name.success) return undefined
  const site = levelName.safeParse(siteId)
  const { connected, timestampMs, reason } = connectivity ?? {}
  const settings = settingsIn(shadow)
  return {
    kegId: name.data,
    ...(site.success ? { siteId: site.data } : {}),
    groups: [...groups],
    ...(connected === undefined
      ? {}
      : { connection: { connected, ...(timestampMs ? { sinceMs: timestampMs } : {}), ...(reason === undefined ? {} : { reason }) } }),
    ...(settings === undefined ? {} : { settings }),
  }
}

/** Any device may have written anything into a shadow. */
const anyShadow = z.object({
  version: z.int().optional().catch(undefined), desired: z.unknown().optional(), reported: z.unknown().optional(),
})

function settingsIn(text: string | undefined): FoundKeg['settings'] {
  const shadow = anyShadow.safeParse(readJson(text))
  if (!shadow.success) return undefined
  const { version } = shadow.data
  const [desired, reported] = [sectionIn(shadow.data.desired), sectionIn(shadow.data.reported)]
  if (!desired && !reported) return undefined
  return {
    ...(version === undefined ? {} : { version }), ...(desired && { desired }), ...(reported && { reported }),
    pending: isPending({ desired, reported }),
  }
}

/** What of a section are settings. */
function sectionIn(section: unknown): PartialSettings | undefined {
  if (typeof section !== 'object' || section === null) return undefined
  const sound = Object.entries(section).filter(([name, value]) => partialSettings.safeParse({ [name]: value }).success)
  return partialSettings.parse(Object.fromEntries(sound))
}

function readJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}
