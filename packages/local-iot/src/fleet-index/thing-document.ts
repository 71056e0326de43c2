import { computeDelta, type ShadowDocument } from '@keg/shadow-client/document'
import type { IotState, Thing } from '../state/iot-state.ts'
import { connectivityDocument, type ThingConnection } from './connectivity.ts'
import { geoPointOf } from './document/geo-point.ts'
import { jsonValue, registryValue, type GeoPoint, type IndexedDocument, type IndexedValue } from './document/indexed-document.ts'
import { sourcesOf, type ThingIndexing } from './indexing-configuration.ts'
import { addJsonFields, addMetadataFields } from './document/shadow-fields.ts'

/** Where the data of things is. */
export interface ThingSources {
  readonly state: Pick<IotState, 'things' | 'attachments'>
  /** The classic shadow or the named one; absent where there is none. */
  readonly shadow: (thingName: string, shadowName: string | undefined) => ShadowDocument | undefined
  readonly connection: (thingName: string) => ThingConnection
  readonly violations: (thingName: string) => ThingViolations | undefined
}

/**
 * What a thing violates, as queries name it after `deviceDefender.`: `violationCount`, and by security profile and behavior
 * `{ metricName, inViolation: true, lastViolationValue, lastViolationTime }`, the time in milliseconds.
 */
export type ThingViolations = Readonly<Record<string, unknown>>

type Fields = Map<string, readonly IndexedValue[]>

/** The document of a thing; `undefined` for one that is not registered. */
export function thingDocument(thingName: string, sources: ThingSources, things: ThingIndexing): IndexedDocument | undefined {
  const thing = sources.state.things.get(thingName)
  if (thing === undefined) return undefined
  const { connectivity, deviceDefender } = sourcesOf(things)
  const fields: Fields = new Map([['thingName', [registryValue(thingName)]], ['thingId', [registryValue(thing.thingId)]]])
  const versions = new Map([['registry.version', thing.version]])
  const points = new Map<string, GeoPoint>()
  addRegistry(fields, thing, groupNames(thing, sources))
  for (const [path, shadow] of shadowsOf(thingName, sources, things)) {
    addShadow(fields, path, shadow)
    versions.set(`${path}.version`, shadow.version)
    addPoints(points, path, shadow, things)
  }
  if (connectivity) addJsonFields(fields, 'connectivity', connectivityDocument(sources.connection(thingName)))
  if (connectivity) addJsonFields(fields, 'connectivity.version', sources.connection(thingName).version)
  if (deviceDefender) addJsonFields(fields, 'deviceDefender', sources.violations(thingName))
  return { name: thingName, fields, versions, points }
}

function addRegistry(fields: Fields, { thingTypeName, attributes }: Thing, groups: readonly string[]): void {
  if (thingTypeName !== undefined) fields.set('thingTypeName', [registryValue(thingTypeName)])
  if (groups.length > 0) fields.set('thingGroupNames', groups.map(registryValue))
  for (const [name, value] of Object.entries(attributes)) fields.set(`attributes.${name}`, [registryValue(value)])
}

/** "Thing group and billing group names": ThingDocument of the service model. */
const groupNames = ({ thingName, billingGroupName }: Thing, { state }: ThingSources): readonly string[] =>
  [...state.attachments.groupsOf(thingName), ...(billingGroupName === undefined ? [] : [billingGroupName])]

/** The shadows that are indexed, by the path of their fields. */
function shadowsOf(thingName: string, { shadow }: ThingSources, things: ThingIndexing): readonly (readonly [string, ShadowDocument])[] {
  const sources = sourcesOf(things)
  const names = [...(sources.shadow ? [undefined] : []), ...sources.namedShadows]
  return names.flatMap((name) => {
    const document = shadow(thingName, name)
    return document === undefined ? [] : [[name === undefined ? 'shadow' : `shadow.name.${name}`, document] as const]
  })
}

function addShadow(fields: Fields, path: string, { state, metadata }: ShadowDocument): void {
  const delta = deltaOf({ state })
  for (const [section, value] of Object.entries({ ...state, delta })) addJsonFields(fields, `${path}.${section}`, value)
  for (const [section, value] of Object.entries(metadata))
    addMetadataFields(fields, `${path}.metadata.${section}`, `${path}.${section}`, value)
  fields.set(`${path}.hasDelta`, [jsonValue(delta !== undefined)])
}

const deltaOf = ({ state }: Pick<ShadowDocument, 'state'>) => computeDelta(state.desired ?? {}, state.reported ?? {})

function addPoints(points: Map<string, GeoPoint>, path: string, { state }: ShadowDocument, { filter }: ThingIndexing): void {
  for (const { name = '', order = 'LatLon' } of filter?.geoLocations ?? []) {
    if (!name.startsWith(`${path}.`)) continue
    // The model has these two.
    const point = geoPointOf(valueAt(state, name.slice(path.length + 1).split('.')), order === 'LonLat' ? 'LonLat' : 'LatLon')
    if (point !== undefined) points.set(name, point)
  }
}

const valueAt = (value: unknown, path: readonly string[]): unknown =>
  path.reduce((inner, name) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined), value)

/** A thing as SearchIndex answers it: shadows and violations as JSON texts. */
export function thingAnswer(thingName: string, sources: ThingSources, things: ThingIndexing) {
  const thing = sources.state.things.get(thingName)
  if (thing === undefined) return { thingName }
  const { connectivity, deviceDefender } = sourcesOf(things)
  const groups = groupNames(thing, sources)
  const violations = deviceDefender ? sources.violations(thingName) : undefined
  return {
    thingName, thingId: thing.thingId, thingTypeName: thing.thingTypeName,
    thingGroupNames: groups.length === 0 ? undefined : [...groups],
    attributes: Object.keys(thing.attributes).length === 0 ? undefined : thing.attributes,
    shadow: shadowText(shadowsOf(thingName, sources, things)),
    deviceDefender: violations === undefined ? undefined : JSON.stringify(violations),
    connectivity: connectivity ? connectivityDocument(sources.connection(thingName)) : undefined,
  }
}

function shadowText(shadows: readonly (readonly [string, ShadowDocument])[]): string | undefined {
  if (shadows.length === 0) return undefined
  const classic = shadows.find(([path]) => path === 'shadow')
  const named = shadows.filter(([path]) => path !== 'shadow').map(([path, shadow]) => [path.slice('shadow.name.'.length), printed(shadow)])
  return JSON.stringify({
    ...(named.length === 0 ? {} : { name: Object.fromEntries(named) }), ...(classic === undefined ? {} : printed(classic[1])),
  })
}

function printed({ state, metadata, version }: ShadowDocument) {
  const delta = deltaOf({ state })
  return { ...state, ...(delta === undefined ? {} : { delta }), metadata, hasDelta: delta !== undefined, version }
}
