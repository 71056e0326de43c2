import { CloudWatchLogsClient, DescribeLogStreamsCommand } from '@aws-sdk/client-cloudwatch-logs'
import { HeadBucketCommand, ListBucketsCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { CfnOutput, CfnResource, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { LogGroup, LogStream } from 'aws-cdk-lib/aws-logs'
import { Bucket } from 'aws-cdk-lib/aws-s3'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

const PolicyDocument = { Version: '2012-10-17', Statement: [{ Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' }] }

/** Types that do nothing here, with all that they need. */
const silent: Readonly<Record<string, object>> = {
  'AWS::CDK::Metadata': { Analytics: 'v2:none' },
  'AWS::CloudWatch::Dashboard': { DashboardBody: '{}' },
  'AWS::Events::EventBusPolicy': { StatementId: 'deny', Statement: PolicyDocument.Statement[0] },
  'AWS::Logs::QueryDefinition': { Name: 'q', QueryString: 'fields @message' },
  'AWS::Logs::ResourcePolicy': { PolicyName: 'p', PolicyDocument: JSON.stringify(PolicyDocument) },
}

function build(stack: Stack): void {
  const withId = <T extends { readonly node: { readonly defaultChild?: unknown } }>(construct: T, id: string): T => {
    if (construct.node.defaultChild instanceof CfnResource) construct.node.defaultChild.overrideLogicalId(id)
    return construct
  }
  const bucket = withId(new Bucket(stack, 'B', { bucketName: 'taken' }), 'Bucket')
  withId(new Topic(stack, 'T'), 'Topic')
  withId(new Queue(stack, 'Q'), 'Queue')
  for (const [type, properties] of Object.entries(silent))
    new CfnResource(stack, type.replaceAll('::', ''), { type, properties: { ...properties } })
  new CfnOutput(stack, 'BucketName', { value: bucket.bucketName })
}

it('takes what does nothing here, and denies nothing for it', { timeout: 30_000 }, async () => {
  await using running = await run(build)
  await new S3Client(running.client).send(new HeadBucketCommand({ Bucket: running.outputs['BucketName'] }))
  const changes = await running.update((stack) => void new Queue(stack, 'Other'))
  expect(changes.filter((change) => change.startsWith('removed Test/AWS')).length).toBe(Object.keys(silent).length)
})

it('makes log streams, and empties buckets before they go', { timeout: 30_000 }, async () => {
  await using running = await run((stack) => {
    const logGroup = new LogGroup(stack, 'Group', { logGroupName: 'bar', removalPolicy: RemovalPolicy.DESTROY })
    const stream = new LogStream(stack, 'Stream', { logGroup, logStreamName: 'tap', removalPolicy: RemovalPolicy.DESTROY })
    new Bucket(stack, 'Full', { bucketName: 'full', autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY })
    new CfnOutput(stack, 'StreamName', { value: stream.logStreamName })
  })
  const streams = async () =>
    (await new CloudWatchLogsClient(running.client).send(new DescribeLogStreamsCommand({ logGroupName: 'bar' }))).logStreams
      ?.map(({ logStreamName }) => logStreamName)
  expect([running.outputs['StreamName'], await streams()]).toEqual(['tap', ['tap']])
  await new S3Client(running.client).send(new PutObjectCommand({ Bucket: 'full', Key: 'a', Body: 'b' }))
  await running.update((stack) => void new LogGroup(stack, 'Group', { logGroupName: 'bar', removalPolicy: RemovalPolicy.DESTROY }))
  expect(await streams()).toEqual([])
  expect((await new S3Client(running.client).send(new ListBucketsCommand({}))).Buckets ?? []).toEqual([])
})
