import { Duration, type Stack } from 'aws-cdk-lib'
import { Match, type Template } from 'aws-cdk-lib/assertions'
import { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { beforeAll, describe, expect, it } from 'vitest'
import { DynamicThingGroup, FleetAggregation, FleetIndex, FleetMetric, type FleetIndexProps, type FleetMetricProps } from '../index.ts'
import { refusalsOf, synthesize, type Synthesized } from '../testing/synthesize.ts'

/** One stack with everything. */
function build(stack: Stack): void {
  const index = new FleetIndex(stack, 'Index', {
    namedShadows: ['tap'], violations: true, fields: { 'shadow.reported.celsius': 'Number' },
    locations: [{ field: 'shadow.reported.place' }],
  })
  new DynamicThingGroup(stack, 'Old', { index, thingGroupName: 'old', query: 'shadow.reported.firmware:1.2*', description: 'old firmware' })
  const warm = new FleetMetric(stack, 'Warm', {
    index, metricName: 'warm', query: 'shadow.reported.celsius>8', description: 'too warm', period: Duration.minutes(2), unit: 'Count',
  })
  const celsius = new FleetMetric(stack, 'Celsius', {
    index, aggregation: FleetAggregation.percentiles('shadow.reported.celsius', 50, 99),
  })
  for (const [id, metric] of Object.entries({
    ManyWarm: warm.metric(), HotTail: celsius.metric({ value: '99', statistic: 'Maximum', period: Duration.minutes(5) }),
  })) new Alarm(stack, id, { metric, threshold: 10, evaluationPeriods: 1 })
}

let built: Synthesized
let template: Template
beforeAll(() => {
  built = synthesize(build)
  template = built.template
})

it.each<[string, string, object]>([
  ['a dynamic group', 'AWS::IoT::ThingGroup', {
    ThingGroupName: 'old', QueryString: 'shadow.reported.firmware:1.2*', ThingGroupProperties: { ThingGroupDescription: 'old firmware' },
  }],
  ['a metric of how many there are', 'AWS::IoT::FleetMetric', {
    MetricName: 'warm', QueryString: 'shadow.reported.celsius>8', Description: 'too warm', Period: 120, Unit: 'Count',
    AggregationField: 'registry.version', AggregationType: { Name: 'Statistics', Values: ['count'] },
  }],
  ['a metric of a number', 'AWS::IoT::FleetMetric', {
    MetricName: Match.stringLikeRegexp('^StackCelsius[0-9A-F]{8}$'), QueryString: '*', Period: 60,
    AggregationField: 'shadow.reported.celsius', AggregationType: { Name: 'Percentiles', Values: ['50', '99'] },
  }],
  ['an alarm of it', 'AWS::CloudWatch::Alarm', {
    Namespace: 'AWS/IoTFleetMetrics', MetricName: { Ref: Match.stringLikeRegexp('^Warm') }, Statistic: 'Average', Period: 120,
    Dimensions: [{ Name: 'AggregationType', Value: 'count' }],
  }],
  ['an alarm of one of its values', 'AWS::CloudWatch::Alarm', {
    Statistic: 'Maximum', Period: 300, Dimensions: [{ Name: 'AggregationType', Value: '99' }],
  }],
  ['who may turn the index on', 'AWS::IAM::Policy', {
    PolicyDocument: { Statement: [{ Action: 'iot:UpdateIndexingConfiguration', Effect: 'Allow', Resource: '*' }] },
  }],
])('%s', (_what, type, properties) => {
  template.hasResourceProperties(type, properties)
})

it('groups and metrics come after the index', () => {
  const [id] = Object.keys(template.findResources('Custom::KegIoTFleetIndex'))
  for (const type of ['AWS::IoT::ThingGroup', 'AWS::IoT::FleetMetric'])
    for (const { DependsOn } of Object.values(template.findResources(type)))
      expect(DependsOn).toContain(id)
})

it('has no finding of cdk-nag, and no warning', () => expect([built.findings(), built.warnings]).toEqual([[], []]))

describe('an index', () => {
  const parametersOf = (props: FleetIndexProps) => {
    const { template: one } = synthesize((stack) => new FleetIndex(stack, 'Index', props))
    const [resource] = Object.values(one.findResources('Custom::KegIoTFleetIndex'))
    return JSON.parse(resource?.['Properties'].Update).parameters
  }

  it('is of the registry, shadows, connections and groups', () => {
    expect(parametersOf({})).toEqual({
      thingIndexingConfiguration: {
        thingIndexingMode: 'REGISTRY_AND_SHADOW', thingConnectivityIndexingMode: 'STATUS', deviceDefenderIndexingMode: 'OFF',
        namedShadowIndexingMode: 'OFF', customFields: [],
      },
      thingGroupIndexingConfiguration: { thingGroupIndexingMode: 'ON' },
    })
  })

  it.each<[string, FleetIndexProps, object]>([
    ['nothing but the registry', { shadows: false, connectivity: false, groups: false }, {
      thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY', thingConnectivityIndexingMode: 'OFF' },
      thingGroupIndexingConfiguration: { thingGroupIndexingMode: 'OFF' },
    }],
    ['named shadows', { namedShadows: ['tap', '$package'] }, {
      thingIndexingConfiguration: { namedShadowIndexingMode: 'ON', filter: { namedShadowNames: ['tap', '$package'] } },
    }],
    ['violations', { violations: true }, { thingIndexingConfiguration: { deviceDefenderIndexingMode: 'VIOLATIONS' } }],
    ['fields', { fields: { 'attributes.litres': 'Number' } }, {
      thingIndexingConfiguration: { customFields: [{ name: 'attributes.litres', type: 'Number' }] },
    }],
    ['places', { locations: [{ field: 'shadow.reported.place', order: 'LonLat' }] }, {
      thingIndexingConfiguration: { filter: { geoLocations: [{ name: 'shadow.reported.place', order: 'LonLat' }] } },
    }],
  ])('can be of %s', (_what, props, expected) => expect(parametersOf(props)).toMatchObject(expected))
})

describe('refuses', () => {
  const index = (props: FleetIndexProps) => (stack: Stack) => new FleetIndex(stack, 'It', props)
  const metric = (props: Partial<FleetMetricProps>) => (stack: Stack) =>
    new FleetMetric(stack, 'It', { index: new FleetIndex(stack, 'Index'), ...props })
  const named = (count: number) => Array.from({ length: count }, (_, at) => `attributes.a${at}`)

  it.each<[string, (stack: Stack) => unknown, string]>([
    ['six fields', index({ fields: Object.fromEntries(named(6).map((name) => [name, 'String'])) }), 'fields: 6 are more than'],
    ['eleven named shadows', index({ namedShadows: [...named(11), '$package'] }), 'namedShadows: 11 are more than'],
    ['two places', index({ locations: named(2).map((field) => ({ field })) }), 'locations: 2 are more than'],
    ['a name', metric({ metricName: 'a b' }), 'metricName: "a b"'],
    ['half a minute', metric({ period: Duration.seconds(90) }), 'period: 1.5 minutes is not what AWS IoT takes'],
    ['two days', metric({ period: Duration.days(2) }), 'period: 2880 minutes'],
    ['no query', metric({ query: '' }), 'query: it is empty'],
  ])('%s at synthesis', (_what, make, message) => {
    expect(refusalsOf((stack) => void make(stack))).toEqual([expect.stringContaining(message)])
  })

  it('a value that a metric has not', () => {
    expect(() => synthesize((stack) => metric({})(stack).metric({ value: 'average' }))).toThrow('Stack/It has no average; take count')
    for (const [aggregation, value] of [
      [FleetAggregation.statistics('shadow.version', 'average', 'sum'), 'sum'], [FleetAggregation.cardinality('registry.thingTypeName'), 'cardinality'],
    ] as const) synthesize((stack) => metric({ aggregation })(stack).metric({ value }))
  })
})
