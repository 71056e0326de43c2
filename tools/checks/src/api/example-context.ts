/** By a package's folder: what its examples may use without saying where it comes from, since a reader of its README has it by then. */
const CONTEXTS: Readonly<Record<string, string>> = {
  'packages/cdk-constructs': `
import { Stack } from 'aws-cdk-lib'
import { AlarmState } from 'aws-cdk-lib/aws-cloudwatch'
import type { Construct } from 'constructs'
import type * as keg from '@keg/cdk-constructs'
declare const alarm: import('aws-cdk-lib/aws-cloudwatch').IAlarm
declare const bucket: import('aws-cdk-lib/aws-s3').IBucket
declare const deliveryStream: import('aws-cdk-lib/aws-kinesisfirehose').IDeliveryStream
declare const domain: import('aws-cdk-lib/aws-opensearchservice').IDomain
declare const handler: import('aws-cdk-lib/aws-lambda').Function
declare const logGroup: import('aws-cdk-lib/aws-logs').ILogGroup
declare const queue: import('aws-cdk-lib/aws-sqs').IQueue
declare const secret: import('aws-cdk-lib/aws-secretsmanager').ISecret
declare const stateMachine: import('aws-cdk-lib/aws-stepfunctions').IStateMachine
declare const stream: import('aws-cdk-lib/aws-kinesis').IStream
declare const table: import('aws-cdk-lib/aws-dynamodb').Table
declare const topic: import('aws-cdk-lib/aws-sns').ITopic
declare const tracker: import('aws-cdk-lib/aws-location').CfnTracker
declare const vpc: import('aws-cdk-lib/aws-ec2').IVpc
declare const action: keg.MitigationAction
declare const audit: keg.AccountAuditConfiguration
declare const cold: keg.ColdStore
declare const destination: keg.HttpDestination
declare const influx: keg.InfluxDbDestination
declare const store: keg.HotStore
declare const vpcDestination: keg.VpcDestination
declare const policy: keg.ThingPolicy
declare const profile: keg.SecurityProfile
declare const preProvisioningHook: import('aws-cdk-lib/aws-lambda').Function
declare const serverCertificate: import('aws-cdk-lib/aws-certificatemanager').ICertificate
declare const thing: keg.Thing
declare const event: { headers: Record<string, string>; body: string }
`,
  'packages/shadow-client': `
declare const client: import('aws-iot-device-sdk-v2').mqtt5.Mqtt5Client
declare const transport: import('@keg/shadow-client').SubscribingTransport
`,
  'packages/message-schemas': 'import * as z from \'zod\'',
}

/** The code that stands before each example of a package. */
export const contextOf = (folder: string): string => CONTEXTS[folder] ?? ''
