import { sourcesOf, type ThingIndexing } from './indexing-configuration.ts'

export type FieldType = 'Number' | 'String' | 'Boolean'

export interface TypedField {
  readonly name: string
  readonly type: FieldType
}

const fields = (types: Readonly<Record<string, FieldType>>): readonly TypedField[] =>
  Object.entries(types).map(([name, type]) => ({ name, type }))

const REGISTRY = fields({
  thingId: 'String', thingName: 'String', 'registry.version': 'Number', 'registry.thingTypeName': 'String',
  'registry.thingGroupNames': 'String',
})
const SHADOW = fields({ 'shadow.version': 'Number', 'shadow.hasDelta': 'Boolean' })
const NAMED_SHADOWS = fields({ 'shadow.name.*.version': 'Number', 'shadow.name.*.hasDelta': 'Boolean' })
const CONNECTIVITY = fields({
  'connectivity.timestamp': 'Number', 'connectivity.version': 'Number', 'connectivity.connected': 'Boolean',
  'connectivity.disconnectReason': 'String', 'connectivity.clientId': 'String', 'connectivity.keepAliveDuration': 'Number',
  'connectivity.cleanSession': 'Boolean', 'connectivity.sessionExpiry': 'Number',
})
const DEVICE_DEFENDER = fields({
  'deviceDefender.version': 'Number', 'deviceDefender.violationCount': 'Number', 'deviceDefender.*.*.metricName': 'String',
  'deviceDefender.*.*.lastViolationTime': 'Number', 'deviceDefender.*.*.lastViolationValue': 'String',
  'deviceDefender.*.*.inViolation': 'Boolean',
})

/** The managed fields of the index of thing groups. */
export const THING_GROUP_FIELDS = fields({
  description: 'String', parentGroupNames: 'String', thingGroupId: 'String', thingGroupName: 'String', version: 'Number',
})

/**
 * The fields that the index has by itself.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/managing-fleet-index.html#managed-field
 */
export function managedFields(things: ThingIndexing): readonly TypedField[] {
  const { shadow, connectivity, deviceDefender } = sourcesOf(things)
  return [
    ...REGISTRY, ...(shadow ? SHADOW : []), ...(things.namedShadowIndexingMode === 'ON' ? NAMED_SHADOWS : []),
    ...(connectivity ? CONNECTIVITY : []), ...(deviceDefender ? DEVICE_DEFENDER : []),
  ]
}

/** The field of that name in a list where a name may have `*` for one part of it. */
export const fieldNamed = (all: readonly TypedField[], name: string): TypedField | undefined =>
  all.find((field) => isOfName(field.name.split('.'), name.split('.')))

const isOfName = (pattern: readonly string[], name: readonly string[]): boolean =>
  pattern.length === name.length && pattern.every((part, index) => part === '*' || part === name[index])
