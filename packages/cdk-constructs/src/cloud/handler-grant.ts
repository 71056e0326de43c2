import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Function } from 'aws-cdk-lib/aws-lambda'
import type { ISecret } from 'aws-cdk-lib/aws-secretsmanager'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { acknowledgeWildcard } from '../acknowledgements/acknowledge.ts'
import type { ColdStore } from './cold-store.ts'
import type { HotStore } from './hot-store.ts'
import type { BucketOfYours } from './private-bucket.ts'

/** Lets a handler do one more thing, and tells it by a variable where. */
export type HandlerGrant = (handler: Function) => void

/** Any of AWS IoT's thing operations, as `iot:GetThingShadow`. */
export type ThingOperation = 'iot:DescribeThing' | 'iot:GetThingShadow' | 'iot:UpdateThingShadow' | 'iot:DeleteThingShadow' | 'iot:ListNamedShadowsForThing'

/** `dynamodb:GetItem` and `Query` on a table and its indexes; the table's name in `TABLE_NAME`. */
export const readsStore = (store: HotStore, variable = 'TABLE_NAME'): HandlerGrant => (handler) => {
  store.grantRead(handler)
  handler.addEnvironment(variable, store.tableName)
}

/** `dynamodb:PutItem` and `UpdateItem` on a table; the table's name in `TABLE_NAME`. */
export const writesStore = (store: HotStore, variable = 'TABLE_NAME'): HandlerGrant => (handler) => {
  store.grantWrite(handler)
  handler.addEnvironment(variable, store.tableName)
}

/** As {@link writesStore}, and `dynamodb:BatchWriteItem`. */
export const batchWritesStore = (store: HotStore, variable = 'TABLE_NAME'): HandlerGrant => (handler) => {
  writesStore(store, variable)(handler)
  store.grantBatchWrite(handler)
}

/** `firehose:PutRecord` and `PutRecordBatch` to a table of the cold store; its stream's name in `DELIVERY_STREAM`. */
export const writesCold = ({ stream }: Pick<ColdStore, 'stream'>, variable = 'DELIVERY_STREAM'): HandlerGrant => (handler) => {
  stream.grantPutRecords(handler)
  handler.addEnvironment(variable, stream.deliveryStreamName)
}

/** Reads a secret, whose ARN is in a variable. */
export const readsSecret = (secret: Pick<ISecret, 'secretArn' | 'grantRead'>, variable: string): HandlerGrant => (handler) => {
  secret.grantRead(handler)
  handler.addEnvironment(variable, secret.secretArn)
}

/** Sets a variable alone. */
export const knows = (variable: string, value: string): HandlerGrant => (handler) => void handler.addEnvironment(variable, value)

/** Operations on every thing of the account: which thing it is, a handler learns from its caller. */
export const onThings = (...operations: readonly ThingOperation[]): HandlerGrant => (handler) =>
  allow(handler, operations, 'thing', ['*'], 'the handler learns from its caller which thing it is about')

/** Sends to queues, whose URLs are in a variable as JSON, by the names that they have here. */
export const sendsTo = (queues: Readonly<Record<string, IQueue>>, variable: string): HandlerGrant => (handler) => {
  for (const queue of new Set(Object.values(queues))) queue.grantSendMessages(handler)
  const urls = Object.entries(queues).map(([name, { queueUrl }]) => [name, queueUrl])
  handler.addEnvironment(variable, Stack.of(handler).toJsonString(Object.fromEntries(urls)))
}

/** Publishes to topics of certain shapes, as `keg/{siteId}/gateways/{gatewayId}/acks`: a level in braces is any. */
export const publishes = (...templates: readonly string[]): HandlerGrant => (handler) =>
  allow(handler, ['iot:Publish'], 'topic', templates.map((template) => template.replace(/\{\w+\}/g, '*')), 'sites, gateways and things are levels of the topic, and not known at synthesis')

/** Reads a bucket's objects, of a shape as `settings/*` alone where one is given, and learns of one that is not there. */
export const readsObjects = (bucket: BucketOfYours, keys = '*'): HandlerGrant => (handler) => {
  handler.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }))
  onObjects(handler, 's3:GetObject', bucket, keys)
}

/** Puts a bucket's objects of a shape, as `results/*`. */
export const writesObjects = (bucket: BucketOfYours, keys: string): HandlerGrant => (handler) => onObjects(handler, 's3:PutObject', bucket, keys)

function onObjects(handler: Function, action: string, bucket: BucketOfYours, keys: string): void {
  const resource = bucket.arnForObjects(keys)
  handler.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
  acknowledgeWildcard(handler.role ?? handler, resource, 'the handler learns from its caller which object it is about')
}

function allow(handler: Function, actions: readonly string[], resource: string, names: readonly string[], reason: string): void {
  const resources = names.map((resourceName) => Stack.of(handler).formatArn({ service: 'iot', resource, resourceName }))
  handler.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources }))
  for (const each of resources) acknowledgeWildcard(handler.role ?? handler, each, reason)
}
