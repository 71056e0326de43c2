import { readsCertificates, type HandlerGrant } from '@keg/cdk-constructs'
import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ofNone, onAny } from './on-any.ts'

/** Lets a handler ask the fleet index of things, and sets `KEG_GROUP` to the name of a group. */
const asksIndex = (action: 'iot:GetBucketsAggregation' | 'iot:SearchIndex' | 'iot:GetStatistics') => (group: string): HandlerGrant => (handler) => {
  const resources = [Stack.of(handler).formatArn({ service: 'iot', resource: 'index', resourceName: 'AWS_Things' })]
  handler.addToRolePolicy(new PolicyStatement({ actions: [action], resources }))
  handler.addEnvironment('KEG_GROUP', group)
}

/** Lets a handler count the things of a group in the fleet index, and sets `KEG_GROUP` to its name. */
export const countsThings = asksIndex('iot:GetBucketsAggregation')

/** Lets a handler search the fleet index, and sets `KEG_GROUP` to the name of the group that it is to keep to: AWS knows no such limit. */
export const searchesThings = asksIndex('iot:SearchIndex')

/** Lets a handler read which policies are in effect for any thing over its certificates, and which of these are active. */
export const readsPolicies: HandlerGrant = (handler) => {
  readsCertificates(handler)
  for (const action of ['iot:GetEffectivePolicies', 'iot:DescribeCertificate'])
    onAny(handler, action, 'cert', 'the handler learns from its caller which keg it is about')
}

/** Lets a handler list jobs. */
export const listsJobs: HandlerGrant = (handler) => ofNone(handler, 'iot:ListJobs')

/** Lets a handler read what each job is, and how far it has come. */
export const readsJobs: HandlerGrant = (handler) => onAny(handler, 'iot:DescribeJob', 'job', JOB)

/** Lets a handler take jobs back. */
export const cancelsJobs: HandlerGrant = (handler) => onAny(handler, 'iot:CancelJob', 'job', JOB)

/** Lets a handler list what things violate, and sets `SECURITY_PROFILE` to the name of the profile that it is to keep to. */
export const readsViolations = (securityProfileName: string): HandlerGrant => (handler) => {
  ofNone(handler, 'iot:ListActiveViolations')
  handler.addEnvironment('SECURITY_PROFILE', securityProfileName)
}

/** Lets a handler read thing groups, and count the things of each that are of a group; sets `KEG_GROUP` to the name of that. */
export const readsGroups = (group: string): HandlerGrant => (handler) => {
  ofNone(handler, 'iot:ListThingGroups')
  onAny(handler, 'iot:DescribeThingGroup', 'thinggroup', 'the handler tells of every group')
  asksIndex('iot:GetStatistics')(group)(handler)
}

const JOB = 'the handler learns from its caller which job it is about'
