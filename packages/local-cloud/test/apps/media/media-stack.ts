import { join } from 'node:path'
import { CfnOutput, Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, BillingMode, StreamViewType, Table, type ITable } from 'aws-cdk-lib/aws-dynamodb'
import { FilterCriteria, FilterRule, Function as LambdaFunction, Runtime, StartingPosition } from 'aws-cdk-lib/aws-lambda'
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources'
import { Bucket, EventType } from 'aws-cdk-lib/aws-s3'
import { LambdaDestination } from 'aws-cdk-lib/aws-s3-notifications'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { bundle } from '../../synthesized.ts'

const node = { handler: 'index.handler', runtime: Runtime.NODEJS_24_X, memorySize: 256, timeout: Duration.seconds(10) }
const code = (name: string) => bundle(join(import.meta.dirname, name))

/** A photo service: uploads are catalogued, and whoever follows the catalogue hears of new photos. */
export function mediaStack(stack: Stack): void {
  const uploads = new Bucket(stack, 'Uploads', { removalPolicy: RemovalPolicy.DESTROY, autoDeleteObjects: true, enforceSSL: true })
  const catalogue = new Table(stack, 'Catalogue', {
    partitionKey: { name: 'photoId', type: AttributeType.STRING },
    billingMode: BillingMode.PAY_PER_REQUEST,
    stream: StreamViewType.NEW_AND_OLD_IMAGES,
  })
  const catalog = new LambdaFunction(stack, 'Catalog', {
    ...node, code: code('catalog.ts'), environment: { TABLE_NAME: catalogue.tableName },
  })
  uploads.grantRead(catalog)
  catalogue.grantWriteData(catalog)
  uploads.addEventNotification(EventType.OBJECT_CREATED, new LambdaDestination(catalog), { prefix: 'photos/' })

  const news = new Topic(stack, 'News')
  const lost = new Queue(stack, 'Lost')
  const announce = new LambdaFunction(stack, 'Announce', { ...node, code: code('announce.ts'), environment: { TOPIC_ARN: news.topicArn } })
  news.grantPublish(announce)
  // CDK's own classes are not written for exactOptionalPropertyTypes.
  announce.addEventSource(new DynamoEventSource(catalogue as ITable, {
    startingPosition: StartingPosition.TRIM_HORIZON,
    batchSize: 5,
    bisectBatchOnError: true,
    reportBatchItemFailures: true,
    retryAttempts: 1,
    onFailure: new SqsDlq(lost),
    filters: [FilterCriteria.filter({ eventName: FilterRule.isEqual('INSERT') })],
  }))

  const inbox = new Queue(stack, 'Inbox')
  const archive = new Queue(stack, 'Archive')
  news.addSubscription(new SqsSubscription(inbox, { rawMessageDelivery: true }))
  news.addSubscription(new SqsSubscription(archive))
  for (const [name, value] of Object.entries({
    Bucket: uploads.bucketName, Table: catalogue.tableName, StreamArn: catalogue.tableStreamArn ?? '',
    InboxUrl: inbox.queueUrl, ArchiveUrl: archive.queueUrl, LostUrl: lost.queueUrl,
  })) new CfnOutput(stack, name, { value })
}
