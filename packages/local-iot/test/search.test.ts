import {
  DescribeIndexCommand, GetBucketsAggregationCommand, GetCardinalityCommand, GetIndexingConfigurationCommand, GetPercentilesCommand,
  GetStatisticsCommand, ListIndicesCommand, SearchIndexCommand, UpdateIndexingConfigurationCommand, type ThingIndexingConfiguration,
} from '@aws-sdk/client-iot'
import { UpdateThingShadowCommand } from '@aws-sdk/client-iot-data-plane'
import mqtt from 'mqtt'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { errorOf, invalid, missing } from './error-of.ts'
import { provision, startIot, useIot } from './start-iot.ts'

const started = useIot()

const everything: ThingIndexingConfiguration = {
  thingIndexingMode: 'REGISTRY_AND_SHADOW', thingConnectivityIndexingMode: 'STATUS', deviceDefenderIndexingMode: 'VIOLATIONS',
  namedShadowIndexingMode: 'ON', filter: { namedShadowNames: ['gps'], geoLocations: [{ name: 'shadow.name.gps.reported.at', order: 'LonLat' }] },
  customFields: [
    { name: 'attributes.temperature', type: 'Number' }, { name: 'attributes.rackId', type: 'String' },
    { name: 'attributes.stateNormal', type: 'Boolean' }, { name: 'shadow.reported.tags', type: 'String' },
    { name: 'shadow.reported.mixed', type: 'Number' },
  ],
}
const configure = (thingIndexingConfiguration: ThingIndexingConfiguration) =>
  started.control.send(new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration }))
const search = async (queryString: string) => {
  const { things } = await started.control.send(new SearchIndexCommand({ queryString }))
  return things?.map(({ thingName }) => thingName)
}
const shadow = (thingName: string, state: object, shadowName?: string) =>
  started.data.send(new UpdateThingShadowCommand({ thingName, payload: JSON.stringify({ state }), ...(shadowName && { shadowName }) }))

// The fleet of fleet-metrics-get-started.html.
const temperatures = [70, 71, 72, 73, 74, 75, 47, 97, 98, 99]
const racks = [1, 1, 2, 2, 3, 4, 5, 6, 6, 6]
beforeAll(async () => {
  for (const [at, temperature] of temperatures.entries()) {
    const attributes = { temperature: String(temperature), rackId: `Rack${racks[at]}`, stateNormal: String(temperature < 80) }
    await started.iot.call('CreateThing', { thingName: `TempSensor${at}`, attributePayload: { attributes } })
  }
})
beforeEach(() => configure(everything))

describe('SearchIndex', () => {
  it('answers a thing with its groups, attributes, shadows as JSON, and connectivity', async () => {
    const { thingId } = await started.iot.call('CreateThing', { thingName: 'keg-1', attributePayload: { attributes: { site: 'bar' } } })
    await started.iot.call('CreateThingGroup', { thingGroupName: 'kegs' })
    await started.iot.call('AddThingToThingGroup', { thingName: 'keg-1', thingGroupName: 'kegs' })
    await shadow('keg-1', { desired: { celsius: 4 }, reported: { celsius: 6, id: 'x' } })
    await shadow('keg-1', { reported: { at: [13.4, 52.5] } }, 'gps')
    const { things: [thing] = [] } = await started.control.send(new SearchIndexCommand({ queryString: 'thingName:keg-1' }))
    expect({ ...thing, shadow: JSON.parse(thing?.shadow ?? '') as object }).toEqual({
      thingName: 'keg-1', thingId, thingGroupNames: ['kegs'], attributes: { site: 'bar' }, connectivity: { connected: false },
      shadow: {
        desired: { celsius: 4 }, reported: { celsius: 6, id: 'x' }, delta: { celsius: 4 }, hasDelta: true, version: 1,
        metadata: expect.objectContaining({ desired: { celsius: { timestamp: expect.any(Number) as number } } }) as object,
        name: {
          gps: {
            reported: { at: [13.4, 52.5] }, hasDelta: false, version: 1,
            metadata: { reported: { at: [{ timestamp: expect.any(Number) as number }, { timestamp: expect.any(Number) as number }] } },
          },
        },
      },
    })
  })

  it('finds what has changed with the next query: attributes, groups, shadows, connections, things that are gone', async () => {
    const { cert, key, ca } = await provision(started.iot, 'keg-2')
    const online = 'connectivity.connected:true'
    expect(await search(online)).toEqual([])
    const client = await mqtt.connectAsync(started.iot.endpoints.mqtts, { clientId: 'keg-2', cert, key, ca, reconnectPeriod: 0 })
    expect(await search(online)).toEqual(['keg-2'])
    await shadow('keg-2', { reported: { firmware: '1.2.9' } })
    expect(await search(`shadow.reported.firmware:1.2* AND ${online}`)).toEqual(['keg-2'])
    await client.endAsync()
    expect(await search('connectivity.disconnectReason:client_initiated_disconnect')).toEqual(['keg-2'])
    await shadow('keg-2', { desired: { firmware: '1.3.0' } })
    expect(await search('shadow.hasDelta:true shadow.delta.firmware:1.3.0')).toEqual(['keg-2'])
    await started.iot.call('UpdateThing', { thingName: 'keg-2', attributePayload: { attributes: { site: 'cellar' } } })
    expect(await search('attributes.site:cellar')).toEqual(['keg-2'])
    await started.iot.call('CreateThingGroup', { thingGroupName: 'cellars' })
    await started.iot.call('AddThingToThingGroup', { thingName: 'keg-2', thingGroupName: 'cellars' })
    expect(await search('thingGroupNames:cellars')).toEqual(['keg-2'])
    await shadow('keg-2', { reported: { at: [13.4, 52.5] } }, 'gps')
    expect(await search('shadow.name.gps.reported.at:geo_distance,52.52,13.40,3km NOT thingName:keg-1')).toEqual(['keg-2'])
    const [principal = ''] = (await started.iot.call('ListThingPrincipals', { thingName: 'keg-2' })).principals ?? []
    await started.iot.call('DetachThingPrincipal', { thingName: 'keg-2', principal })
    await started.iot.call('DeleteThing', { thingName: 'keg-2' })
    expect(await search('attributes.site:cellar')).toEqual([])
  })

  it('pages in the order of names', async () => {
    const first = await started.control.send(new SearchIndexCommand({ queryString: 'thingName:TempSensor*', maxResults: 7 }))
    expect(first.things?.map(({ thingName }) => thingName?.at(-1)).join('')).toBe('0123456')
    const rest = await started.control.send(
      new SearchIndexCommand({ queryString: 'thingName:TempSensor*', maxResults: 7, nextToken: first.nextToken }))
    expect(rest).toMatchObject({ things: [{ thingName: 'TempSensor7' }, { thingName: 'TempSensor8' }, { thingName: 'TempSensor9' }] })
    expect(rest.nextToken).toBeUndefined()
  })

  it('finds thing groups by name, attribute and parents', async () => {
    const groups = (queryString: string) => started.control.send(new SearchIndexCommand({ indexName: 'AWS_ThingGroups', queryString }))
    expect(await errorOf(groups('*'))).toEqual({ ...missing, message: "Index 'AWS_ThingGroups' does not exist" })
    await started.control.send(
      new UpdateIndexingConfigurationCommand({ thingGroupIndexingConfiguration: { thingGroupIndexingMode: 'ON' } }))
    const { thingGroupId } = await started.iot.call('CreateThingGroup', { thingGroupName: 'country' })
    await started.iot.call('CreateThingGroup', {
      thingGroupName: 'city', parentGroupName: 'country', thingGroupProperties: { attributePayload: { attributes: { size: '75' } } },
    })
    expect((await groups('thingGroupName:country')).thingGroups).toEqual([{ thingGroupName: 'country', thingGroupId }])
    expect((await groups('parentGroupNames:(country) attributes.size:[75 TO 80]')).thingGroups)
      .toMatchObject([{ thingGroupName: 'city', attributes: { size: '75' }, parentGroupNames: ['country'] }])
    expect(await started.control.send(new DescribeIndexCommand({ indexName: 'AWS_ThingGroups' })))
      .toMatchObject({ indexStatus: 'ACTIVE', schema: 'THING_GROUPS' })
    expect((await started.control.send(new ListIndicesCommand({}))).indexNames).toEqual(['AWS_ThingGroups', 'AWS_Things'])
    await started.control.send(
      new UpdateIndexingConfigurationCommand({ thingGroupIndexingConfiguration: { thingGroupIndexingMode: 'OFF' } }))
  })

  it.each<[query: string, error: string, message: string]>([
    ['thingName:', 'InvalidQueryException', 'Invalid query at position 11: the field thingName has no value.'],
    ['a b c d e f g h i j k l m', 'InvalidQueryException', 'Invalid query: it has 13 terms, and at most 12 are supported.'],
    [
      'thingName:*a attributes.b:*c', 'InvalidQueryException',
      'Invalid query: 2 terms begin with a wildcard, and at most 1 is supported.',
    ],
    ['registry.version:1', 'InvalidQueryException', "Invalid query: the field registry.version can't be searched for."],
    [
      'shadow.name.other.reported.a:1', 'InvalidQueryException',
      "Invalid query: the field shadow.name.other.reported.a can't be searched for, since the shadow other is not among the named shadows that are indexed.",
    ],
    [
      'shadow.reported.at:geo_distance,1,2,3km', 'InvalidQueryException',
      'Invalid query: the field shadow.reported.at is not among the geoLocations that are indexed.',
    ],
    [
      'deviceDefender.p.b.inViolation:false', 'InvalidQueryException',
      'Invalid query: deviceDefender.p.b.inViolation is true or not there.',
    ],
  ])('refuses %s', async (queryString, name, message) => {
    expect(await errorOf(started.control.send(new SearchIndexCommand({ queryString })))).toEqual({ name, status: 400, message })
  })

  it.each<[input: { indexName?: string; queryVersion?: string; maxResults?: number; nextToken?: string }, name: string, status: number]>([
    [{ indexName: 'AWS_Kegs' }, 'ResourceNotFoundException', 404],
    [{ queryVersion: '2030-01-01' }, 'InvalidRequestException', 400],
    [{ maxResults: 101 }, 'InvalidRequestException', 400],
    [{ nextToken: 'nonsense' }, 'InvalidRequestException', 400],
  ])('refuses %j', async (input, name, status) => {
    expect(await errorOf(started.control.send(new SearchIndexCommand({ queryString: '*', ...input })))).toMatchObject({ name, status })
  })
})

describe('the indexing configuration', () => {
  it.each<[ThingIndexingConfiguration, string]>([
    [{ thingIndexingMode: 'OFF' }, 'none'],
    [{ thingIndexingMode: 'REGISTRY' }, 'REGISTRY'],
    [{ thingIndexingMode: 'REGISTRY_AND_SHADOW' }, 'REGISTRY_AND_SHADOW'],
    [{ thingIndexingMode: 'REGISTRY', thingConnectivityIndexingMode: 'STATUS' }, 'REGISTRY_AND_CONNECTIVITY'],
    [
      { thingIndexingMode: 'REGISTRY_AND_SHADOW', thingConnectivityIndexingMode: 'STATUS' },
      'REGISTRY_AND_SHADOW_AND_CONNECTIVITY_STATUS',
    ],
    [everything, 'MULTI_INDEXING_MODE'],
  ])('%j is %s', async (configuration, schema) => {
    await configure(configuration)
    const described = started.control.send(new DescribeIndexCommand({ indexName: 'AWS_Things' }))
    if (schema === 'none') expect(await errorOf(described)).toMatchObject(missing)
    else expect(await described).toMatchObject({ indexName: 'AWS_Things', indexStatus: 'ACTIVE', schema })
    const { thingIndexingConfiguration } = await started.control.send(new GetIndexingConfigurationCommand({}))
    expect(thingIndexingConfiguration).toMatchObject(configuration)
  })

  it.each<[configuration: ThingIndexingConfiguration, message: RegExp]>([
    [{ thingIndexingMode: 'OFF', thingConnectivityIndexingMode: 'STATUS' }, /while thingIndexingMode is OFF/],
    [{ thingIndexingMode: 'REGISTRY', namedShadowIndexingMode: 'ON' }, /namedShadowNames/],
    [{ thingIndexingMode: 'REGISTRY', filter: { namedShadowNames: ['gps'] } }, /namedShadowNames/],
    [{
      thingIndexingMode: 'REGISTRY', namedShadowIndexingMode: 'ON',
      filter: { namedShadowNames: ['$package', ...'abcdefghijk'] },
    }, /At most 10 named shadows/],
    [{ thingIndexingMode: 'REGISTRY', filter: { geoLocations: [{ name: 'shadow.reported.at' }] } }, /geolocation target/],
    [{ thingIndexingMode: 'REGISTRY', customFields: [{ name: 'attributes.a' }] }, /The custom field attributes.a must have a type/],
    [{ thingIndexingMode: 'REGISTRY', customFields: [{ type: 'Number' }] }, /A custom field must have a name/],
    [{ thingIndexingMode: 'REGISTRY', customFields: [{ name: 'shadow.reported.a', type: 'Number' }] }, /shadows are not indexed/],
    [{ thingIndexingMode: 'REGISTRY', customFields: [{ name: 'nonsense', type: 'Number' }] }, /it is no attribute/],
    [{ thingIndexingMode: 'REGISTRY', customFields: [{ name: 'thingName', type: 'String' }] }, /managed field/],
    [{
      thingIndexingMode: 'REGISTRY', customFields: [...'abcdef'].map((name) => ({ name: `attributes.${name}`, type: 'Number' as const })),
    }, /At most 5 custom fields/],
    [{ thingIndexingMode: 'REGISTRY', managedFields: [{ name: 'thingName', type: 'Number' }] }, /Managed fields can't be changed/],
  ])('refuses %j', async (configuration, message) => {
    expect(await errorOf(configure(configuration)))
      .toEqual({ ...invalid, message: expect.stringMatching(message) as string })
    expect(await started.control.send(new GetIndexingConfigurationCommand({})))
      .toMatchObject({ thingIndexingConfiguration: everything })
  })
})

describe('aggregations', () => {
  const sensors = 'thingName:TempSensor*'
  const statistics = async (aggregationField?: string, queryString = sensors) =>
    (await started.control.send(new GetStatisticsCommand({ queryString, aggregationField }))).statistics

  it('GetStatistics of a number, a Boolean, a text and the versions', async () => {
    expect(await statistics('attributes.temperature')).toEqual({
      count: 10, average: 77.6, sum: 776, minimum: 47, maximum: 99, sumOfSquares: 62578,
      variance: expect.closeTo(236.04) as number, stdDeviation: expect.closeTo(Math.sqrt(236.04)) as number,
    })
    expect(await statistics('attributes.temperature', `${sensors} AND attributes.temperature >80`)).toMatchObject({ count: 3, average: 98 })
    expect(await statistics('attributes.stateNormal')).toMatchObject({ count: 10, average: 0.7, sum: 7, minimum: 0, maximum: 1 })
    expect(await statistics('attributes.rackId')).toEqual({ count: 10 })
    expect(await statistics(undefined)).toMatchObject({ count: 10, sum: 10 })
    expect(await statistics('attributes.temperature', 'thingName:nobody')).toEqual({ count: 0 })
    await shadow('TempSensor0', { reported: { mixed: 5 } })
    await shadow('TempSensor1', { reported: { mixed: '6' } })
    expect(await statistics('shadow.reported.mixed')).toMatchObject({ count: 1, sum: 5 })
  })

  it('GetCardinality, GetPercentiles and GetBucketsAggregation', async () => {
    expect((await started.control.send(new GetCardinalityCommand({ queryString: sensors, aggregationField: 'attributes.rackId' }))).cardinality)
      .toBe(6)
    const percentiles = (queryString: string, percents?: number[]) =>
      started.control.send(new GetPercentilesCommand({ queryString, aggregationField: 'attributes.temperature', percents }))
    expect((await percentiles(sensors, [0, 50, 75, 100])).percentiles).toEqual([
      { percent: 0, value: 47 }, { percent: 50, value: 73.5 }, { percent: 75, value: 91.5 }, { percent: 100, value: 99 },
    ])
    expect((await percentiles(sensors)).percentiles?.map(({ percent }) => percent)).toEqual([1, 5, 25, 50, 75, 95, 99])
    expect((await percentiles('thingName:nobody')).percentiles).toEqual([])
    const bucketsAggregationType = { termsAggregation: { maxBuckets: 3 } }
    expect(await started.control.send(
      new GetBucketsAggregationCommand({ queryString: sensors, aggregationField: 'attributes.rackId', bucketsAggregationType }),
    )).toMatchObject({
      totalCount: 10, buckets: [{ keyValue: 'Rack6', count: 3 }, { keyValue: 'Rack1', count: 2 }, { keyValue: 'Rack2', count: 2 }],
    })
  })

  it.each<[command: () => Promise<unknown>, name: string]>([
    [() => statistics('attributes.unknown'), 'InvalidAggregationException'],
    [() => statistics('attributes.temperature', 'thingName:('), 'InvalidQueryException'],
    [
      () => started.control.send(new GetPercentilesCommand({ queryString: '*', aggregationField: 'attributes.rackId' })),
      'InvalidAggregationException',
    ],
    [
      () => started.control.send(new GetPercentilesCommand({ queryString: '*', percents: Array.from({ length: 101 }, () => 1) })),
      'InvalidRequestException',
    ],
    [
      () => started.control.send(new GetBucketsAggregationCommand({
        queryString: '*', aggregationField: 'attributes.rackId', bucketsAggregationType: {},
      })), 'InvalidRequestException',
    ],
  ])('%s is refused as %s', async (command, name) => {
    expect(await errorOf(command())).toMatchObject({ name, status: 400 })
  })
})

it('is as it was after a restart, and nobody is connected', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'keg-search-'))
  try {
    {
      await using first = await startIot({ dataDir })
      await first.control.send(new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration: everything }))
      const { cert, key, ca } = await provision(first.iot, 'keg-9')
      const client = await mqtt.connectAsync(first.iot.endpoints.mqtts, { clientId: 'keg-9', cert, key, ca, reconnectPeriod: 0 })
      client.on('error', () => undefined)
      await first.iot.call('UpdateThingShadow', { thingName: 'keg-9', payload: Buffer.from('{"state":{"reported":{"a":1}}}') })
    }
    await using second = await startIot({ dataDir })
    const { things } = await second.iot.call('SearchIndex', { queryString: 'shadow.reported.a:1' })
    expect(things).toMatchObject([{ thingName: 'keg-9', connectivity: { connected: false, clientId: 'keg-9' } }])
  } finally {
    await rm(dataDir, { recursive: true })
  }
})
