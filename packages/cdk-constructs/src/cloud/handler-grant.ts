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

/** Any of AWS IoT's operations on things, as `iot:GetThingShadow`. */
export type ThingOperation = 'iot:DescribeThing'
  | 'iot:GetThingShadow'
  | 'iot:UpdateThingShadow'
  | 'iot:DeleteThingShadow'
  | 'iot:ListNamedShadowsForThing'
  | 'iotjobsdata:GetPendingJobExecutions'

/** Why a handler may do something with any thing. */
const KNOWS_THE_THING = 'the handler learns from its caller which thing it is about'

/**
 * Grants `dynamodb:GetItem` and `Query` on a table and its indexes, and sets `TABLE_NAME` to its name.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [readsStore(store)] })
 */
export const readsStore = (store: HotStore, variable = 'TABLE_NAME'): HandlerGrant => (handler) => {
  store.grantRead(handler)
  handler.addEnvironment(variable, store.tableName)
}

/**
 * Grants `dynamodb:PutItem` and `UpdateItem` on a table, and sets `TABLE_NAME` to its name.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [writesStore(store)] })
 */
export const writesStore = (store: HotStore, variable = 'TABLE_NAME'): HandlerGrant => (handler) => {
  store.grantWrite(handler)
  handler.addEnvironment(variable, store.tableName)
}

/**
 * Like {@link writesStore}, with `dynamodb:BatchWriteItem` as well.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [batchWritesStore(store)] })
 */
export const batchWritesStore = (store: HotStore, variable = 'TABLE_NAME'): HandlerGrant => (handler) => {
  writesStore(store, variable)(handler)
  store.grantBatchWrite(handler)
}

/**
 * Grants `firehose:PutRecord` and `PutRecordBatch` to a table of the cold store, and sets `DELIVERY_STREAM` to the name of its stream.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [writesCold(cold)] })
 */
export const writesCold = ({ stream }: Pick<ColdStore, 'stream'>, variable = 'DELIVERY_STREAM'): HandlerGrant => (handler) => {
  stream.grantPutRecords(handler)
  handler.addEnvironment(variable, stream.deliveryStreamName)
}

/**
 * Grants reading a secret, and sets a variable to its ARN.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [readsSecret(secret, 'TOKEN_ARN')] })
 */
export const readsSecret = (secret: Pick<ISecret, 'secretArn' | 'grantRead'>, variable: string): HandlerGrant => (handler) => {
  secret.grantRead(handler)
  handler.addEnvironment(variable, secret.secretArn)
}

/**
 * Sets a variable, and grants nothing.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [knows('STAGE', 'prod')] })
 */
export const knows = (variable: string, value: string): HandlerGrant => (handler) => void handler.addEnvironment(variable, value)

/**
 * Grants operations on every thing of the account: the handler learns from its caller which thing it is about.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [onThings('iot:GetThingShadow')] })
 */
export const onThings = (...operations: readonly ThingOperation[]): HandlerGrant => (handler) =>
  allow(handler, operations, 'thing', ['*'], KNOWS_THE_THING)

/**
 * Grants `iot:ListThingPrincipals`: which certificates a thing has.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [readsCertificates] })
 */
export const readsCertificates: HandlerGrant = (handler) => allowAny(handler, 'iot:ListThingPrincipals')

/**
 * Grants what it takes to take certificates away from things that are not connected by them: to list, detach, deactivate and delete them.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [removesCertificates] })
 */
export const removesCertificates: HandlerGrant = (handler) => {
  allowAny(handler, 'iot:ListThingPrincipals', 'iot:ListPrincipalThings', 'iot:DetachThingPrincipal')
  allow(handler, ['iot:UpdateCertificate', 'iot:DeleteCertificate'], 'cert', ['*'], KNOWS_THE_THING)
}

/**
 * Grants what it takes to take certificates away from things: {@link removesCertificates}, to describe them, and to end connections.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [retiresCertificates] })
 */
export const retiresCertificates: HandlerGrant = (handler) => {
  removesCertificates(handler)
  allow(handler, ['iot:DescribeCertificate'], 'cert', ['*'], KNOWS_THE_THING)
  allow(handler, ['iot:DeleteConnection'], 'client', ['*'], KNOWS_THE_THING)
}

/**
 * Grants starting mitigation on the violations of a profile, and sets `MITIGATION_ACTION` to the name of the action.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [startsMitigation(profile, action)] })
 */
export const startsMitigation = (
  { securityProfileArn }: { readonly securityProfileArn: string }, { actionName }: { readonly actionName: string },
  variable = 'MITIGATION_ACTION',
): HandlerGrant => (handler) => {
  handler.addToRolePolicy(new PolicyStatement({ actions: ['iot:StartDetectMitigationActionsTask'], resources: [securityProfileArn] }))
  handler.addEnvironment(variable, actionName)
}

/**
 * Grants sending to queues, and sets a variable to JSON with their URLs by the given names.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [sendsTo({ pours: queue }, 'QUEUES')] })
 */
export const sendsTo = (queues: Readonly<Record<string, IQueue>>, variable: string): HandlerGrant => (handler) => {
  for (const queue of new Set(Object.values(queues))) queue.grantSendMessages(handler)
  const urls = Object.entries(queues).map(([name, { queueUrl }]) => [name, queueUrl])
  handler.addEnvironment(variable, Stack.of(handler).toJsonString(Object.fromEntries(urls)))
}

/**
 * Grants publishing to topics of these shapes. A level in braces stands for any level.
 *
 * @example
 * new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [publishes('keg/{siteId}/gateways/{gatewayId}/acks')] })
 */
export const publishes = (...templates: readonly string[]): HandlerGrant => (handler) =>
  allow(handler, ['iot:Publish'], 'topic', templates.map((template) => template.replace(/\{\w+\}/g, '*')), 'sites, gateways and things are levels of the topic, and not known at synthesis')

/**
 * Grants reading the objects of a bucket whose keys match `keys`, and noticing that one is missing.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [readsObjects(bucket, 'settings/*')] })
 */
export const readsObjects = (bucket: BucketOfYours, keys = '*'): HandlerGrant => (handler) => {
  handler.addToRolePolicy(new PolicyStatement({ actions: ['s3:ListBucket'], resources: [bucket.bucketArn] }))
  onObjects(handler, 's3:GetObject', bucket, keys)
}

/**
 * Grants writing the objects of a bucket whose keys match `keys`.
 *
 * @example new HandlerFunction(this, 'Handler', { entry: 'src/handler.ts', grants: [writesObjects(bucket, 'results/*')] })
 */
export const writesObjects = (bucket: BucketOfYours, keys: string): HandlerGrant => (handler) =>
  onObjects(handler, 's3:PutObject', bucket, keys)

function onObjects(handler: Function, action: string, bucket: BucketOfYours, keys: string): void {
  const resource = bucket.arnForObjects(keys)
  handler.addToRolePolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
  acknowledgeWildcard(handler.role ?? handler, resource, 'the handler learns from its caller which object it is about')
}

/** Actions of AWS IoT that take no resource. */
function allowAny(handler: Function, ...actions: readonly string[]): void {
  handler.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources: ['*'] }))
  acknowledgeWildcard(handler.role ?? handler, '*', `${actions.join(', ')}: AWS IoT knows no resource of it`)
}

function allow(handler: Function, actions: readonly string[], resource: string, names: readonly string[], reason: string): void {
  const resources = names.map((resourceName) => Stack.of(handler).formatArn({ service: 'iot', resource, resourceName }))
  handler.addToRolePolicy(new PolicyStatement({ actions: [...actions], resources }))
  for (const each of resources) acknowledgeWildcard(handler.role ?? handler, each, reason)
}
