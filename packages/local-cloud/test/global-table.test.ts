import { DescribeTableCommand, DescribeTimeToLiveCommand, DynamoDBClient, PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { CfnOutput, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, Billing, Capacity, StreamViewType, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

const build = (timeToLiveAttribute: string | undefined) => (stack: Stack) => {
  const table = new TableV2(stack, 'Table', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    billing: Billing.provisioned({ readCapacity: Capacity.fixed(5), writeCapacity: Capacity.autoscaled({ maxCapacity: 10 }) }),
    dynamoStream: StreamViewType.NEW_IMAGE,
    globalSecondaryIndexes: [{ indexName: 'bySite', partitionKey: { name: 'site', type: AttributeType.STRING } }],
    removalPolicy: RemovalPolicy.DESTROY,
    ...(timeToLiveAttribute === undefined ? {} : { timeToLiveAttribute }),
  })
  new CfnOutput(stack, 'Name', { value: table.tableName })
  new CfnOutput(stack, 'StreamArn', { value: table.tableStreamArn ?? '' })
}

it('runs a global table as the table of this region, and changes it', async () => {
  await using running = await run(build('expiresAt'))
  const dynamodb = new DynamoDBClient(running.client)
  const { Name: TableName, StreamArn } = running.outputs as Record<'Name' | 'StreamArn', string>
  const { Table } = await dynamodb.send(new DescribeTableCommand({ TableName }))
  expect(Table).toMatchObject({ LatestStreamArn: StreamArn, GlobalSecondaryIndexes: [{ IndexName: 'bySite' }] })
  await dynamodb.send(new PutItemCommand({ TableName, Item: { pk: { S: 'k-1' }, site: { S: 'berlin' } } }))
  const bySite = await dynamodb.send(new QueryCommand({
    TableName, IndexName: 'bySite', KeyConditionExpression: 'site = :s', ExpressionAttributeValues: { ':s': { S: 'berlin' } },
  }))
  expect(bySite.Items).toEqual([{ pk: { S: 'k-1' }, site: { S: 'berlin' } }])
  const timeToLive = async () => (await dynamodb.send(new DescribeTimeToLiveCommand({ TableName }))).TimeToLiveDescription?.TimeToLiveStatus
  expect(await timeToLive()).toBe('ENABLED')
  expect(await running.update(build(undefined))).toEqual(['updated Test/Table/Resource'])
  expect(await timeToLive()).toBe('DISABLED')
})
