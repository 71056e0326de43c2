import { sourcesOf, type ThingIndexing } from './indexing-configuration.ts'

const UNSEARCHABLE = /^(?:registry|shadow|shadow\.name\.[^.]+|deviceDefender)\.version$/

/** Why a field is not in the index of things as it is configured; `undefined` where it may be. */
export function whyNotIndexed(field: string, things: ThingIndexing): string | undefined {
  const { shadow, namedShadows, connectivity, deviceDefender } = sourcesOf(things)
  const [, shadowName] = /^shadow\.name\.([^.]+)/.exec(field) ?? []
  if (shadowName !== undefined) {
    return namedShadows.includes(shadowName) ? undefined : `the shadow ${shadowName} is not among the named shadows that are indexed`
  }
  if (/^shadow(?:\.|$)/.test(field) && !shadow) return 'shadows are not indexed: thingIndexingMode is not REGISTRY_AND_SHADOW'
  if (/^connectivity(?:\.|$)/.test(field) && !connectivity) return 'connectivity is not indexed: thingConnectivityIndexingMode is not STATUS'
  if (/^deviceDefender(?:\.|$)/.test(field) && !deviceDefender) return 'violations are not indexed: deviceDefenderIndexingMode is not VIOLATIONS'
  return undefined
}

/** Whether the index has the field and does not search for it: managing-fleet-index.html. */
export const isUnsearchable = (field: string): boolean => UNSEARCHABLE.test(field)
