/**
 * The operations that count as registry operations, as AWS lists them; deleting, detaching and removing is free. The second versions of two
 * lists are younger than the page and counted like the first ones.
 *
 * @see https://aws.amazon.com/iot-core/pricing/additional-details/
 */
export const REGISTRY_OPERATIONS: ReadonlySet<string> = new Set([
  'AddThingToThingGroup', 'AttachThingPrincipal', 'CreateDynamicThingGroup', 'CreateThing', 'CreateThingGroup', 'CreateThingType', 'DescribeThing',
  'DescribeThingGroup', 'DescribeThingType', 'ListPrincipalThings', 'ListPrincipalThingsV2', 'ListThingGroups', 'ListThingGroupsForThing',
  'ListThingPrincipals', 'ListThingPrincipalsV2', 'ListThings', 'ListThingsInThingGroup', 'ListThingTypes', 'UpdateDynamicThingGroup', 'UpdateThing',
  'UpdateThingGroup', 'UpdateThingGroupsForThing',
])

/** The size of the record that is read or written, by which AWS bills: that of the request or of the answer, whichever is larger. */
export const recordBytes = (input: unknown, output: unknown): number =>
  Math.max(...[input, output].map((value) => Buffer.byteLength(JSON.stringify(value) ?? '')))
