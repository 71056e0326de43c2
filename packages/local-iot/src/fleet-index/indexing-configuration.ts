import type { ThingGroupIndexingConfiguration, ThingIndexingConfiguration } from '../model/model.generated.ts'

/** What is indexed, as UpdateIndexingConfiguration left it; managed fields follow from it. */
export interface IndexingConfiguration {
  readonly things: ThingIndexing
  readonly groups: ThingGroupIndexing
}

export type ThingIndexing = Omit<ThingIndexingConfiguration, 'managedFields'>
export type ThingGroupIndexing = Omit<ThingGroupIndexingConfiguration, 'managedFields'>

export const THINGS = 'AWS_Things'
export const THING_GROUPS = 'AWS_ThingGroups'

/** The only one there is. */
export const QUERY_VERSION = '2017-09-30'

export const NOTHING_INDEXED: IndexingConfiguration = {
  things: {
    thingIndexingMode: 'OFF', thingConnectivityIndexingMode: 'OFF', deviceDefenderIndexingMode: 'OFF', namedShadowIndexingMode: 'OFF',
  },
  groups: { thingGroupIndexingMode: 'OFF' },
}

/** Which parts of a thing are in its document. */
export interface IndexedSources {
  readonly shadow: boolean
  /** Names of the shadows that are. */
  readonly namedShadows: readonly string[]
  readonly connectivity: boolean
  readonly deviceDefender: boolean
}

export const sourcesOf = (things: ThingIndexing): IndexedSources => ({
  shadow: things.thingIndexingMode === 'REGISTRY_AND_SHADOW',
  namedShadows: things.namedShadowIndexingMode === 'ON' ? (things.filter?.namedShadowNames ?? []) : [],
  connectivity: things.thingConnectivityIndexingMode === 'STATUS',
  deviceDefender: things.deviceDefenderIndexingMode === 'VIOLATIONS',
})

/**
 * How DescribeIndex names what is indexed.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/managing-index.html#describe-index
 */
export function schemaOf(things: ThingIndexing): string {
  const { shadow, connectivity, deviceDefender } = sourcesOf(things)
  if (things.namedShadowIndexingMode === 'ON' || deviceDefender) return 'MULTI_INDEXING_MODE'
  if (connectivity) return shadow ? 'REGISTRY_AND_SHADOW_AND_CONNECTIVITY_STATUS' : 'REGISTRY_AND_CONNECTIVITY'
  return things.thingIndexingMode ?? 'OFF'
}
