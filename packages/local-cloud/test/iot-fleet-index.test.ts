import {
  CreateThingCommand, DescribeFleetMetricCommand, DescribeThingGroupCommand, GetIndexingConfigurationCommand, IoTClient,
  ListFleetMetricsCommand, ListThingsInThingGroupCommand, UpdateIndexingConfigurationCommand,
} from '@aws-sdk/client-iot'
import { CfnOutput, CustomResource, type Stack } from 'aws-cdk-lib'
import { CfnFleetMetric, CfnThingGroup } from 'aws-cdk-lib/aws-iot'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run, type TestCloud } from './synthesized.ts'

interface State {
  readonly queryString?: string
  readonly period?: number
}

/** Without a state, as the account is before its index is on: CloudFormation has no type for that. */
function build(stack: Stack, state?: State): void {
  new CfnThingGroup(stack, 'Bars', { thingGroupName: 'bars' })
  if (state === undefined) return
  const { queryString = 'attributes.celsius>8', period = 60 } = state
  new CfnThingGroup(stack, 'Warm', { thingGroupName: 'warm', queryString, thingGroupProperties: { thingGroupDescription: 'too warm' } })
  const metric = new CfnFleetMetric(stack, 'Metric', {
    metricName: 'warm', queryString, period, aggregationField: 'registry.version', aggregationType: { name: 'Statistics', values: ['count'] },
  })
  new CfnOutput(stack, 'MetricArn', { value: metric.attrMetricArn })
}

let running: TestCloud
let iot: IoTClient
beforeAll(async () => {
  running = await run((stack) => build(stack))
  iot = new IoTClient(running.client)
  await iot.send(new UpdateIndexingConfigurationCommand({ thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY' } }))
  await iot.send(new CreateThingCommand({ thingName: 'k-1', attributePayload: { attributes: { celsius: '9' } } }))
}, 60_000)
afterAll(async () => {
  iot.destroy()
  await running[Symbol.asyncDispose]()
})

const warmThings = async () => (await iot.send(new ListThingsInThingGroupCommand({ thingGroupName: 'warm' }))).things

it('makes, changes and removes dynamic groups and fleet metrics', async () => {
  await running.update((stack) => build(stack, {}))
  await expect.poll(warmThings, { timeout: 5_000 }).toEqual(['k-1'])
  expect(running.outputs['MetricArn']).toBe('arn:aws:iot:us-east-1:123456789012:fleetmetric/warm')
  expect(await running.update((stack) => build(stack, { queryString: 'attributes.celsius>9', period: 120 })))
    .toEqual(expect.arrayContaining(['updated Test/Warm', 'updated Test/Metric']))
  await expect.poll(warmThings, { timeout: 5_000 }).toEqual([])
  expect(await iot.send(new DescribeThingGroupCommand({ thingGroupName: 'warm' }))).toMatchObject({
    queryString: 'attributes.celsius>9', thingGroupProperties: { thingGroupDescription: 'too warm' },
  })
  expect(await iot.send(new DescribeFleetMetricCommand({ metricName: 'warm' })))
    .toMatchObject({ period: 120, queryString: 'attributes.celsius>9' })
  await running.update((stack) => build(stack))
  expect((await iot.send(new ListFleetMetricsCommand({}))).fleetMetrics).toEqual([])
  await expect(iot.send(new DescribeThingGroupCommand({ thingGroupName: 'warm' }))).rejects.toMatchObject({ name: 'ResourceNotFoundException' })
}, 60_000)

describe('the index is on before what asks it', () => {
  const parameters = { thingIndexingConfiguration: { thingIndexingMode: 'REGISTRY', thingConnectivityIndexingMode: 'STATUS' } }
  // As FleetIndex of @keg/cdk-constructs makes it; nobody is asked for the token.
  const ours = (stack: Stack) => new CustomResource(stack, 'Index', {
    resourceType: 'Custom::KegIoTFleetIndex', serviceToken: 'arn:aws:lambda:us-east-1:123456789012:function:none',
    properties: { Update: JSON.stringify({ physicalResourceId: { id: 'fleet-index' }, parameters }), InstallLatestAwsSdk: false },
  })
  const anybodys = (stack: Stack) => new AwsCustomResource(stack, 'Index', {
    onUpdate: {
      service: 'IoT', action: 'UpdateIndexingConfiguration', parameters, physicalResourceId: PhysicalResourceId.of('index'),
    },
    policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }), installLatestAwsSdk: false,
  })

  it.each([['ours', ours], ['anybody\'s AwsCustomResource', anybodys]] as const)('by %s', async (_whose, index) => {
    await using its = await run((stack) => {
      new CfnThingGroup(stack, 'Warm', { thingGroupName: 'warm', queryString: 'connectivity.connected:true' }).node.addDependency(index(stack))
    }, { iam: 'enforce' })
    const client = new IoTClient(its.client)
    expect(await client.send(new GetIndexingConfigurationCommand({}))).toMatchObject(parameters)
    client.destroy()
  }, 60_000)
})
