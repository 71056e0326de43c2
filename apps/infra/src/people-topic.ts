import { RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Topic } from 'aws-cdk-lib/aws-sns'
import type { Construct } from 'constructs'

/**
 * The topic that people subscribe to; it stays, and with it who has subscribed. Rules publish by their roles, alarms of this account by its
 * policy.
 */
export function peopleTopic(scope: Construct): Topic {
  const topic = new Topic(scope, 'People', { displayName: 'Keg', enforceSSL: true })
  topic.applyRemovalPolicy(RemovalPolicy.RETAIN)
  // A policy of the topic's own takes the place of AWS's, under which CloudWatch may publish as the account.
  topic.addToResourcePolicy(new PolicyStatement({
    principals: [new ServicePrincipal('cloudwatch.amazonaws.com')], actions: ['sns:Publish'], resources: [topic.topicArn],
    conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
  }))
  return topic
}
