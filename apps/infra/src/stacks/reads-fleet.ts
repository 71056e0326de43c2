import { readsCertificates, type HandlerGrant } from '@keg/cdk-constructs'
import { Stack, Validations } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'

/** Lets a handler ask the fleet index of things, and sets `KEG_GROUP` to the name of a group. */
const asksIndex = (action: 'iot:GetBucketsAggregation' | 'iot:SearchIndex') => (group: string): HandlerGrant => (handler) => {
  const resources = [Stack.of(handler).formatArn({ service: 'iot', resource: 'index', resourceName: 'AWS_Things' })]
  handler.addToRolePolicy(new PolicyStatement({ actions: [action], resources }))
  handler.addEnvironment('KEG_GROUP', group)
}

/** Lets a handler count the things of a group in the fleet index, and sets `KEG_GROUP` to its name. */
export const countsThings = asksIndex('iot:GetBucketsAggregation')

/** Lets a handler search the fleet index, and sets `KEG_GROUP` to the name of the group that it is to keep to: AWS knows no such limit. */
export const searchesThings = asksIndex('iot:SearchIndex')

/** Lets a handler read which policies are in effect for any thing over its certificates. */
export const readsPolicies: HandlerGrant = (handler) => {
  readsCertificates(handler)
  const certificates = Stack.of(handler).formatArn({ service: 'iot', resource: 'cert', resourceName: '*' })
  handler.addToRolePolicy(new PolicyStatement({ actions: ['iot:GetEffectivePolicies'], resources: [certificates] }))
  Validations.of(handler.role ?? handler).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:iot:<AWS::Region>:<AWS::AccountId>:cert/*]',
    reason: 'the handler learns from its caller which keg it is about',
  })
}
