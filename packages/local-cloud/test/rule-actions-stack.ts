import { Duration, SecretValue, type Stack } from 'aws-cdk-lib'
import { Alarm, Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { AttributeType, Table } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Stream } from 'aws-cdk-lib/aws-kinesis'
import { DeliveryStream, DisableLogging, S3Bucket } from 'aws-cdk-lib/aws-kinesisfirehose'
import { Function as LambdaFunction, InlineCode, Runtime } from 'aws-cdk-lib/aws-lambda'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Bucket, type IBucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Queue } from 'aws-cdk-lib/aws-sqs'
import { DefinitionBody, Pass, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'

const assumedBy = new ServicePrincipal('iot.amazonaws.com')

/** What rules' actions can write to, and two roles: `allowed` may do everything, `denied` nothing. */
export function ruleActionsStack(stack: Stack): void {
  // What rules look things up in, too.
  new Table(stack, 'Table', { tableName: 'pours', partitionKey: { name: 'id', type: AttributeType.STRING } })
  new Queue(stack, 'Queue', { queueName: 'inbox' })
  const topic = new Topic(stack, 'Topic', { topicName: 'news' })
  topic.addSubscription(new SqsSubscription(new Queue(stack, 'Readers', { queueName: 'readers' }), { rawMessageDelivery: true }))
  new Stream(stack, 'Stream', { streamName: 'telemetry', shardCount: 1 })
  // CDK's own class does not fit CDK's interface under exactOptionalPropertyTypes.
  const bucket = new Bucket(stack, 'Bucket', { bucketName: 'cold' }) as IBucket
  const atOnce = { loggingConfig: new DisableLogging(), dataOutputPrefix: 'delivered/', bufferingInterval: Duration.seconds(0) }
  new DeliveryStream(stack, 'Delivery', { deliveryStreamName: 'delivery', destination: new S3Bucket(bucket, atOnce) })
  new LogGroup(stack, 'Group', { logGroupName: 'rules' })
  new StateMachine(stack, 'Machine', { stateMachineName: 'pour', definitionBody: DefinitionBody.fromChainable(new Pass(stack, 'Pass')) })
  const metric = new Metric({ namespace: 'unused', metricName: 'unused' })
  new Alarm(stack, 'Alarm', { alarmName: 'warm', metric, threshold: 1, evaluationPeriods: 1 })
  new Secret(stack, 'Secret', { secretName: 'api', secretStringValue: SecretValue.unsafePlainText('{"key":"sesame"}') })
  new Role(stack, 'Allowed', { roleName: 'allowed', assumedBy }).addToPolicy(new PolicyStatement({ actions: ['*'], resources: ['*'] }))
  // It says by which key it calls, which is one of its role.
  new LambdaFunction(stack, 'Denied', {
    functionName: 'denied', role: new Role(stack, 'DeniedRole', { roleName: 'denied', assumedBy }),
    runtime: Runtime.NODEJS_24_X, handler: 'index.handler',
    code: new InlineCode(`
      const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env
      exports.handler = async () => ({ accessKeyId, secretAccessKey })`),
  })
}
