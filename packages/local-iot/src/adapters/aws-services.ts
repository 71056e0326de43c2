import type { AwsServiceName } from '../actions/aws-service-name.ts'
import { sdkService, type SdkService } from './sdk-service.ts'

/** How each service is reached by the SDK's package for it, with the operations that rules and authorizers need. */
export const sdkServices: { readonly [Name in AwsServiceName]: SdkService } = {
  cloudwatch: sdkService('@aws-sdk/client-cloudwatch', () => import('@aws-sdk/client-cloudwatch'), (sdk, config) =>
    [new sdk.CloudWatchClient(config), { PutMetricData: sdk.PutMetricDataCommand, SetAlarmState: sdk.SetAlarmStateCommand }]),
  dynamodb: sdkService('@aws-sdk/client-dynamodb', () => import('@aws-sdk/client-dynamodb'), (sdk, config) => [
    new sdk.DynamoDBClient(config),
    { PutItem: sdk.PutItemCommand, UpdateItem: sdk.UpdateItemCommand, DeleteItem: sdk.DeleteItemCommand, GetItem: sdk.GetItemCommand },
  ]),
  firehose: sdkService('@aws-sdk/client-firehose', () => import('@aws-sdk/client-firehose'), (sdk, config) =>
    [new sdk.FirehoseClient(config), { PutRecord: sdk.PutRecordCommand, PutRecordBatch: sdk.PutRecordBatchCommand }]),
  kinesis: sdkService('@aws-sdk/client-kinesis', () => import('@aws-sdk/client-kinesis'), (sdk, config) =>
    [new sdk.KinesisClient(config), { PutRecord: sdk.PutRecordCommand }]),
  lambda: sdkService('@aws-sdk/client-lambda', () => import('@aws-sdk/client-lambda'), (sdk, config) =>
    [new sdk.LambdaClient(config), { Invoke: sdk.InvokeCommand }]),
  logs: sdkService('@aws-sdk/client-cloudwatch-logs', () => import('@aws-sdk/client-cloudwatch-logs'), (sdk, config) =>
    [new sdk.CloudWatchLogsClient(config), { CreateLogStream: sdk.CreateLogStreamCommand, PutLogEvents: sdk.PutLogEventsCommand }]),
  s3: sdkService('@aws-sdk/client-s3', () => import('@aws-sdk/client-s3'), (sdk, config) =>
    [
      new sdk.S3Client({ ...config, forcePathStyle: true }),
      { PutObject: sdk.PutObjectCommand, GetObject: sdk.GetObjectCommand, HeadObject: sdk.HeadObjectCommand },
    ]),
  secretsmanager: sdkService('@aws-sdk/client-secrets-manager', () => import('@aws-sdk/client-secrets-manager'), (sdk, config) =>
    [new sdk.SecretsManagerClient(config), { GetSecretValue: sdk.GetSecretValueCommand }]),
  sns: sdkService('@aws-sdk/client-sns', () => import('@aws-sdk/client-sns'), (sdk, config) =>
    [new sdk.SNSClient(config), { Publish: sdk.PublishCommand }]),
  sqs: sdkService('@aws-sdk/client-sqs', () => import('@aws-sdk/client-sqs'), (sdk, config) =>
    // A queue URL of AWS's own is to reach this endpoint too.
    [new sdk.SQSClient({ ...config, useQueueUrlAsEndpoint: false }), { SendMessage: sdk.SendMessageCommand }]),
  stepfunctions: sdkService('@aws-sdk/client-sfn', () => import('@aws-sdk/client-sfn'), (sdk, config) =>
    [new sdk.SFNClient(config), { StartExecution: sdk.StartExecutionCommand }]),
}
