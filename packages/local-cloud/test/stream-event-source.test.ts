import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { CfnOutput, Duration, type Stack } from 'aws-cdk-lib'
import { AttributeType, StreamViewType, Table, type ITable } from 'aws-cdk-lib/aws-dynamodb'
import { Function as LambdaFunction, InlineCode, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, type DynamoEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources'
import { expect, it } from 'vitest'
import { eventually, run, type TestCloud } from './synthesized.ts'

const keysOf = 'const keys = Records.map(({ dynamodb }) => dynamodb.Keys.pk.S).join()'

/** A table with a stream, and a function of this source that is handed its records. */
const tableInto = (source: string, props: Partial<DynamoEventSourceProps>) => (stack: Stack) => {
  const table = new Table(stack, 'Table', {
    tableName: 'pours', partitionKey: { name: 'pk', type: AttributeType.STRING }, stream: StreamViewType.NEW_IMAGE,
  })
  const handler = new LambdaFunction(stack, 'Handler', {
    code: new InlineCode(source), handler: 'index.handler', runtime: Runtime.NODEJS_24_X, timeout: Duration.seconds(5),
  })
  // CDK's own classes are not written for exactOptionalPropertyTypes.
  handler.addEventSource(new DynamoEventSource(table as ITable, { startingPosition: StartingPosition.LATEST, ...props }))
  new CfnOutput(stack, 'StreamArn', { value: table.tableStreamArn ?? '' })
}

async function put({ client }: TestCloud, ...keys: string[]): Promise<void> {
  const dynamodb = new DynamoDBClient(client)
  for (const pk of keys) await dynamodb.send(new PutItemCommand({ TableName: 'pours', Item: { pk: { S: pk } } }))
}
const printed = ({ log }: TestCloud) =>
  log.filter(({ source, level }) => source === 'function' && level === 'info').map(({ message }) => message)

it('hands over AWS\'s event', async () => {
  await using running = await run(tableInto('exports.handler = async (event) => console.log(JSON.stringify(event))', {}))
  await put(running, 'p-1')
  const [event = ''] = await eventually(() => printed(running).length > 0 && printed(running))
  expect(JSON.parse(event)).toEqual({
    Records: [{
      eventID: expect.any(String), eventName: 'INSERT', eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: 'us-east-1',
      eventSourceARN: running.outputs['StreamArn'],
      dynamodb: {
        ApproximateCreationDateTime: expect.any(Number), Keys: { pk: { S: 'p-1' } }, NewImage: { pk: { S: 'p-1' } },
        SequenceNumber: expect.any(String), SizeBytes: 10, StreamViewType: 'NEW_IMAGE',
      },
    }],
  })
})

it('splits a batch that fails until the one record that does is found and given up, in order', async () => {
  const fails = `exports.handler = async ({ Records }) => { ${keysOf}; console.log(keys); if (keys.includes('bad')) throw new Error('no') }`
  await using running = await run(tableInto(fails, {
    batchSize: 4, maxBatchingWindow: Duration.seconds(60), bisectBatchOnError: true, retryAttempts: 0,
  }))
  await put(running, 'a', 'b', 'bad', 'd')
  await eventually(() => printed(running).at(-1) === 'd')
  expect(printed(running)).toEqual(['a,b,bad,d', 'a,b', 'bad,d', 'bad', 'd'])
})

it('takes a batch up again at the record that the function reports', async () => {
  const reports = `let failed = false
exports.handler = async ({ Records }) => {
  ${keysOf}
  console.log(keys)
  const bad = failed ? undefined : Records.find(({ dynamodb }) => dynamodb.Keys.pk.S === 'b')
  failed = true
  return { batchItemFailures: bad === undefined ? [] : [{ itemIdentifier: bad.dynamodb.SequenceNumber }] }
}`
  await using running = await run(tableInto(reports, {
    batchSize: 3, maxBatchingWindow: Duration.seconds(60), reportBatchItemFailures: true,
  }))
  await put(running, 'a', 'b', 'c')
  await eventually(() => printed(running).length === 2)
  expect(printed(running)).toEqual(['a,b,c', 'b,c'])
})

it('tries again, holding up what comes behind, until the function takes it', async () => {
  const moody = `let calls = 0
exports.handler = async ({ Records }) => { ${keysOf}; console.log(keys); if (++calls < 3) throw new Error('not yet') }`
  await using running = await run(tableInto(moody, { batchSize: 1 }))
  await put(running, 'a', 'b')
  await eventually(() => printed(running).length === 4)
  expect(printed(running)).toEqual(['a', 'a', 'a', 'b'])
})
