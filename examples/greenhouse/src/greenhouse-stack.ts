import {
  DeviceAuthorizer, HandlerFunction, IotLogging, LifecycleEvents, LogLevel, THING_NAME, ThingType, thingAttribute, ThingPolicy,
  toAlarmState, toDynamoDb, toDynamoDbV2, toFirehose, toKinesis, toLambda, toLogs, toMetric, TopicRule, toQueue, toS3, toSns,
  toStepFunctions, toTopic,
} from '@keg/cdk-constructs'
import { CfnOutput, Duration, Stack, Validations } from 'aws-cdk-lib'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { Alarm, AlarmState, ComparisonOperator, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { Stream, StreamEncryption } from 'aws-cdk-lib/aws-kinesis'
import { DeliveryStream, S3Bucket, StreamEncryption as DeliveryEncryption } from 'aws-cdk-lib/aws-kinesisfirehose'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { BlockPublicAccess, Bucket, type CfnBucket } from 'aws-cdk-lib/aws-s3'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, LogLevel as StatesLogLevel, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import type { Construct, IConstruct } from 'constructs'
import { fileURLToPath } from 'node:url'

const handler = (name: string) => ({ entry: fileURLToPath(new URL(`./handlers/${name}.ts`, import.meta.url)) })

const key = (name: string) => ({ name, type: AttributeType.STRING })

/** Accepts what cdk-nag finds in a construct of ours. */
const accept = (construct: IConstruct, rule: string, reason: string) =>
  Validations.of(construct).acknowledge({ id: `AwsSolutions-${rule}`, reason })

/** Sensors tell how the soil is; what is dry is watered, and the gardeners hear of it. */
export class GreenhouseStack extends Stack {
  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.sensors()
    this.readings()
    this.drought()
    this.book()
  }

  /** What a sensor is and may do: speak for itself, and hear how its house is. Gardeners have a token in place of a certificate. */
  private sensors(): void {
    const house = thingAttribute('house')
    new ThingType(this, 'SensorType', { thingTypeName: 'soil-sensor', searchableAttributes: ['house'] })
    const { policyName } = new ThingPolicy(this, 'SensorPolicy', {
      publish: [`greenhouse/${house}/${THING_NAME}/*`], subscribe: [`live/${house}`],
    })
    const authorizer = new DeviceAuthorizer(this, 'Gardener', {
      handler: this.function('Let', 'let-gardener'), signing: { disabledBecause: 'the function checks the token' },
    })
    const seen = new Queue(this, 'Seen', { enforceSSL: true })
    accept(seen, 'SQS3', 'somebody looks at it every day')
    new LifecycleEvents(this, 'Presence', { actions: [toQueue(seen)] })
    new IotLogging(this, 'Logging', { logLevel: LogLevel.WARN })
    this.tell({ SensorPolicyName: policyName, AuthorizerName: authorizer.authorizerName, SeenUrl: seen.queueUrl })
  }

  private function(id: string, name: string): HandlerFunction {
    const made = new HandlerFunction(this, id, handler(name))
    accept(made, 'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]', 'it may write its log')
    return made
  }

  /** Every reading: to whoever counts, to the archives, to the page. */
  private readings(): void {
    const stream = new Stream(this, 'Readings', { encryption: StreamEncryption.MANAGED })
    const archive = new Bucket(this, 'Archive', { enforceSSL: true, blockPublicAccess: BlockPublicAccess.BLOCK_ALL })
    const destination = new S3Bucket(archive, { dataOutputPrefix: 'cold/', bufferingInterval: Duration.seconds(1) })
    const cold = new DeliveryStream(this, 'Cold', { destination, encryption: DeliveryEncryption.awsOwnedKey() })
    accept(archive, 'S1', 'nobody but Firehose and a rule writes here')
    for (const found of [
      'Action::s3:GetObject*', 'Action::s3:GetBucket*', 'Action::s3:List*', 'Action::s3:DeleteObject*', 'Action::s3:Abort*',
      `Resource::<${this.getLogicalId(archive.node.defaultChild as CfnBucket)}.Arn>/*`,
    ]) {
      accept(cold, `IAM5[${found}]`, 'what CDK grants a delivery stream')
    }
    const latest = new Table(this, 'Latest', {
      partitionKey: key('sensor'), pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    })
    new TopicRule(this, 'ReadingsRule', {
      sql: "SELECT topic(2) AS house, topic(3) AS sensor, timestamp() AS at, soilPercent FROM 'greenhouse/+/+/readings'",
      actions: [
        toKinesis(stream, { partitionKey: '${topic(3)}' }),
        toFirehose(cold, { separator: '\n' }),
        toS3(archive, { key: 'raw/${topic(2)}/${topic(3)}/${timestamp()}.json' }),
        toDynamoDbV2(latest),
        toMetric({ metricNamespace: 'Greenhouse', metricName: 'Soil', metricValue: '${soilPercent}', metricUnit: 'Percent' }),
        toTopic('live/${topic(2)}', { headers: { contentType: 'application/json' } }),
      ],
    })
    this.tell({ StreamName: stream.streamName, ArchiveName: archive.bucketName, LatestName: latest.tableName })
  }

  /** Soil below 20 percent. */
  private drought(): void {
    const soil = new Metric({ namespace: 'Greenhouse', metricName: 'Soil' })
    const alarm = new Alarm(this, 'Dry', {
      metric: soil, threshold: 20, evaluationPeriods: 1, comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
    })
    const gardeners = new Topic(this, 'Gardeners', { enforceSSL: true })
    const mail = new Queue(this, 'Mail', { enforceSSL: true })
    gardeners.addSubscription(new SqsSubscription(mail))
    const valve = this.function('OpenValve', 'open-valve')
    const work = new Queue(this, 'Work', { enforceSSL: true })
    for (const queue of [mail, work]) accept(queue, 'SQS3', 'somebody looks at it every day')
    const watering = new StateMachine(this, 'Watering', {
      definitionBody: DefinitionBody.fromChainable(new Pass(this, 'Watered')),
      tracingEnabled: true, logs: { destination: new LogGroup(this, 'WateringLogs'), level: StatesLogLevel.ALL },
    })
    accept(watering, 'IAM5[Resource::*]', 'logs and traces have no resources')
    new TopicRule(this, 'DroughtRule', {
      sql: "SELECT topic(2) AS house, soilPercent FROM 'greenhouse/+/+/readings' WHERE soilPercent < 20",
      actions: [
        toSns(gardeners), toLambda(valve), toQueue(work), toStepFunctions(watering),
        toAlarmState(alarm, { state: AlarmState.ALARM, reason: 'dry: ${soilPercent} %' }),
      ],
    })
    this.tell({
      MailUrl: mail.queueUrl, WorkUrl: work.queueUrl, WateringArn: watering.stateMachineArn, AlarmName: alarm.alarmName,
      ValveLogs: valve.logGroup.logGroupName,
    })
  }

  /** What gardeners note, and what sensors have to say of themselves. */
  private book(): void {
    const notes = new Table(this, 'Notes', {
      partitionKey: key('house'), sortKey: key('at'), pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
    })
    const lines = new LogGroup(this, 'SensorLines')
    new TopicRule(this, 'NotesRule', {
      sql: "SELECT * FROM 'greenhouse/+/+/notes'",
      actions: [toDynamoDb(notes, {
        hashKey: { field: 'house', value: '${topic(2)}' }, rangeKey: { field: 'at', value: '${timestamp()}' }, payloadField: 'note',
      })],
    })
    new TopicRule(this, 'LinesRule', {
      sql: "SELECT VALUE lines FROM 'greenhouse/+/+/lines'", actions: [toLogs(lines, { batchMode: true })],
    })
    this.tell({ NotesName: notes.tableName, LinesName: lines.logGroupName })
  }

  private tell(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value })
  }
}
