import type { PutObjectCommandInput } from '@aws-sdk/client-s3'
import type { ActionRequests } from '../actions/requests.ts'
import type { AwsServiceName } from '../local-iot.ts'
import { service, type AwsClients, type AwsService } from './aws-client.ts'

/** The actions that are a request to an AWS service. */
const services = {
  sqs: service('sqs', '@aws-sdk/client-sqs', () => import('@aws-sdk/client-sqs'), ({ SQSClient, SendMessageCommand }, config) => {
    // A queue URL of AWS's own is to reach this endpoint too.
    const client = new SQSClient({ ...config, useQueueUrlAsEndpoint: false })
    return (request: ActionRequests['sqs']) => client.send(new SendMessageCommand(request))
  }),
  sns: service('sns', '@aws-sdk/client-sns', () => import('@aws-sdk/client-sns'), ({ SNSClient, PublishCommand }, config) => {
    const client = new SNSClient(config)
    return (request: ActionRequests['sns']) => client.send(new PublishCommand(request))
  }),
  kinesis: service('kinesis', '@aws-sdk/client-kinesis', () => import('@aws-sdk/client-kinesis'), ({ KinesisClient, PutRecordCommand }, config) => {
    const client = new KinesisClient(config)
    return (request: ActionRequests['kinesis']) => client.send(new PutRecordCommand(request))
  }),
  firehose: service('firehose', '@aws-sdk/client-firehose', () => import('@aws-sdk/client-firehose'), (sdk, config) => {
    const { FirehoseClient, PutRecordCommand, PutRecordBatchCommand } = sdk
    const client = new FirehoseClient(config)
    return async (request: ActionRequests['firehose']) => {
      if ('Record' in request) return client.send(new PutRecordCommand(request))
      const { FailedPutCount = 0, RequestResponses = [] } = await client.send(new PutRecordBatchCommand(request))
      const reason = RequestResponses.find(({ ErrorMessage }) => ErrorMessage !== undefined)?.ErrorMessage ?? 'no reason given'
      if (FailedPutCount > 0) throw new Error(`Firehose did not take ${FailedPutCount} of ${request.Records.length} records: ${reason}`)
      return undefined
    }
  }),
  s3: service('s3', '@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'), ({ S3Client, PutObjectCommand }, config) => {
    const client = new S3Client({ ...config, forcePathStyle: true })
    // AWS IoT has one more canned ACL, for buckets: S3 refuses it.
    return (request: ActionRequests['s3']) => client.send(new PutObjectCommand(request as PutObjectCommandInput))
  }),
  dynamoDB: service('dynamodb', '@aws-sdk/client-dynamodb', () => import('@aws-sdk/client-dynamodb'), ({ DynamoDBClient, ...commands }, config) => {
    const client = new DynamoDBClient(config)
    return (request: ActionRequests['dynamoDB']) => {
      if ('Item' in request) return client.send(new commands.PutItemCommand(request))
      return client.send('UpdateExpression' in request ? new commands.UpdateItemCommand(request) : new commands.DeleteItemCommand(request))
    }
  }),
  dynamoDBv2: service('dynamodb', '@aws-sdk/client-dynamodb', () => import('@aws-sdk/client-dynamodb'), ({ DynamoDBClient, PutItemCommand }, config) => {
    const client = new DynamoDBClient(config)
    return (request: ActionRequests['dynamoDBv2']) => client.send(new PutItemCommand(request))
  }),
  cloudwatchMetric: service('cloudwatch', '@aws-sdk/client-cloudwatch', () => import('@aws-sdk/client-cloudwatch'), (sdk, config) => {
    const { CloudWatchClient, PutMetricDataCommand } = sdk
    const client = new CloudWatchClient(config)
    // The unit is any text here: CloudWatch refuses what is none.
    return (request: ActionRequests['cloudwatchMetric']) => client.send(new PutMetricDataCommand(request as never))
  }),
  cloudwatchAlarm: service('cloudwatch', '@aws-sdk/client-cloudwatch', () => import('@aws-sdk/client-cloudwatch'), (sdk, config) => {
    const { CloudWatchClient, SetAlarmStateCommand } = sdk
    const client = new CloudWatchClient(config)
    return (request: ActionRequests['cloudwatchAlarm']) => client.send(new SetAlarmStateCommand(request))
  }),
  cloudwatchLogs: service('logs', '@aws-sdk/client-cloudwatch-logs', () => import('@aws-sdk/client-cloudwatch-logs'), (sdk, config) => {
    const { CloudWatchLogsClient, CreateLogStreamCommand, PutLogEventsCommand, ResourceAlreadyExistsException, ResourceNotFoundException } = sdk
    const client = new CloudWatchLogsClient(config)
    return async (request: ActionRequests['cloudwatchLogs']) => {
      const { logGroupName, logStreamName } = request
      const put = () => client.send(new PutLogEventsCommand(request))
      try {
        return await put()
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error
        // Another message may have made it first.
        await client.send(new CreateLogStreamCommand({ logGroupName, logStreamName })).catch((refusal: unknown) => {
          if (!(refusal instanceof ResourceAlreadyExistsException)) throw refusal
        })
        return put()
      }
    }
  }),
  stepFunctions: service('stepfunctions', '@aws-sdk/client-sfn', () => import('@aws-sdk/client-sfn'), ({ SFNClient, StartExecutionCommand }, config) => {
    const client = new SFNClient(config)
    return (request: ActionRequests['stepFunctions']) => client.send(new StartExecutionCommand(request))
  }),
} satisfies { readonly [Kind in keyof ActionRequests]?: AwsService<ActionRequests[Kind]> }

type AwsKind = keyof typeof services
export const isAwsKind = (kind: string): kind is AwsKind => Object.hasOwn(services, kind)
/** The service that takes the requests of a kind. */
export const serviceOf = (kind: AwsKind): AwsServiceName => services[kind].name

/** Sends the request of an action of this kind. */
export async function sendToAws<Kind extends AwsKind>(clients: AwsClients, kind: Kind, request: ActionRequests[Kind]): Promise<unknown> {
  // The service of `kind` takes the requests of `kind`.
  const send = await clients.open<never>(services[kind])
  return send(request as never)
}
