import { invalidRequest } from '../errors/service-exception.ts'
import type { Field } from '../model/model.generated.ts'
import { whyNotIndexed } from './field-source.ts'
import { sourcesOf, type ThingGroupIndexing, type ThingIndexing } from './indexing-configuration.ts'
import { fieldNamed, managedFields, THING_GROUP_FIELDS, type TypedField } from './managed-fields.ts'

/** managing-index.html and the quotas of AWS IoT Device Management. */
const MAX_CUSTOM_FIELDS = 5
const MAX_NAMED_SHADOWS = 10
const MAX_GEO_LOCATIONS = 1

const CUSTOM_FIELD = /^(?:attributes|shadow\.(?:desired|reported)|shadow\.name\.[^.]+\.(?:desired|reported)|deviceDefender)(?:\.[\w-]+)+$/

/** Throws where the index of things can't be configured so: managing-index.html. */
export function checkThingIndexing(things: ThingIndexing, asked: readonly Field[] | undefined): void {
  const { shadow, namedShadows, connectivity, deviceDefender } = sourcesOf(things)
  const { thingIndexingMode, namedShadowIndexingMode, filter, customFields = [] } = things
  if (thingIndexingMode === 'OFF' && (connectivity || deviceDefender || namedShadowIndexingMode === 'ON'))
    throw invalidRequest('Nothing else can be indexed while thingIndexingMode is OFF.')
  if (namedShadowIndexingMode === 'ON' && namedShadows.length === 0)
    throw invalidRequest('namedShadowNames of the filter must name the shadows to index when namedShadowIndexingMode is ON.')
  if (namedShadowIndexingMode !== 'ON' && (filter?.namedShadowNames ?? []).length > 0)
    throw invalidRequest('namedShadowNames of the filter must be empty when namedShadowIndexingMode is OFF.')
  if (namedShadows.filter((name) => name !== '$package').length > MAX_NAMED_SHADOWS)
    throw invalidRequest(`At most ${MAX_NAMED_SHADOWS} named shadows can be indexed.`)
  checkGeoLocations(things, shadow || namedShadows.length > 0)
  checkManaged(asked, managedFields(things))
  checkCustomFields(customFields, managedFields(things))
  for (const { name = '' } of customFields) {
    const why = CUSTOM_FIELD.test(name) ? whyNotIndexed(name, things) : 'it is no attribute, and nothing of a shadow or a violation'
    if (why !== undefined) throw invalidRequest(`Invalid custom field ${name}: ${why}.`)
  }
}

function checkGeoLocations(things: ThingIndexing, isShadowIndexed: boolean): void {
  const targets = things.filter?.geoLocations ?? []
  if (targets.length > MAX_GEO_LOCATIONS) throw invalidRequest(`At most ${MAX_GEO_LOCATIONS} geolocation target can be indexed.`)
  for (const { name = '' } of targets) {
    if (!/^shadow(?:\.name\.[^.]+)?\.(?:desired|reported)\../.test(name) || !isShadowIndexed || whyNotIndexed(name, things) !== undefined)
      throw invalidRequest(`Invalid geolocation target ${JSON.stringify(name)}: it is in no shadow that is indexed.`)
  }
}

/** Throws where the index of thing groups can't be configured so. */
export function checkGroupIndexing({ customFields = [] }: ThingGroupIndexing, asked: readonly Field[] | undefined): void {
  checkManaged(asked, THING_GROUP_FIELDS)
  checkCustomFields(customFields, THING_GROUP_FIELDS)
  const wrong = customFields.find(({ name = '' }) => !/^attributes\.[\w-]+$/.test(name))
  if (wrong !== undefined) throw invalidRequest(`Invalid custom field ${String(wrong.name)}: it is no attribute.`)
}

/** They can be named, and not changed. */
function checkManaged(asked: readonly Field[] = [], managed: readonly TypedField[]): void {
  const wrong = asked.find(({ name, type }) => !managed.some((field) => field.name === name && field.type === type))
  if (wrong !== undefined) throw invalidRequest(`Managed fields can't be changed: ${String(wrong.name)}.`)
}

function checkCustomFields(fields: readonly Field[], managed: readonly TypedField[]): void {
  if (fields.length > MAX_CUSTOM_FIELDS) throw invalidRequest(`At most ${MAX_CUSTOM_FIELDS} custom fields can be indexed.`)
  for (const { name, type } of fields) {
    if (name === undefined || name === '') throw invalidRequest('A custom field must have a name.')
    if (type === undefined) throw invalidRequest(`The custom field ${name} must have a type: Number, String or Boolean.`)
    if (fieldNamed(managed, name) !== undefined) throw invalidRequest(`${name} is a managed field and can't be a custom field.`)
    if (fields.filter((other) => other.name === name).length > 1) throw invalidRequest(`The custom field ${name} is named twice.`)
  }
}
