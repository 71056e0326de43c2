import { parseRule } from '@keg/rule-dsl'
import { Stack } from 'aws-cdk-lib'
import { PolicyStatement, Role, ServicePrincipal, type IRole } from 'aws-cdk-lib/aws-iam'
import { CfnTopicRule } from 'aws-cdk-lib/aws-iot'
import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { Construct } from 'constructs'

/** What a rule does with a message; gives its role the rights for it, and its configuration for CloudFormation. */
export type RuleAction = (scope: Construct, role: IRole) => CfnTopicRule.ActionProperty

/** To a queue, as the rule selected it. */
export const toQueue =
  (queue: IQueue): RuleAction =>
  (_scope, role) => {
    queue.grantSendMessages(role)
    return { sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64: false } }
  }

/** To another topic; `topic` may hold substitution templates. */
export const toTopic =
  (topic: string, { qos = 1 }: { readonly qos?: 0 | 1 } = {}): RuleAction =>
  (scope, role) => {
    const resource = Stack.of(scope).formatArn({ service: 'iot', resource: 'topic', resourceName: topic.replace(/\$\{[^}]*\}/g, '*') })
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['iot:Publish'], resources: [resource] }))
    return { republish: { topic, qos, roleArn: role.roleArn } }
  }

/** What a {@link TopicRule} takes. */
export interface TopicRuleProps {
  /** Letters, digits and `_`; messages sent to `$aws/rules/{ruleName}/…` come straight here. */
  readonly ruleName: string
  readonly description?: string
  /** The rule's SQL, as `@keg/rule-dsl` prints it. */
  readonly sql: string
  readonly actions: readonly RuleAction[]
  /** What gets the message when an action failed for good; without one, AWS only counts the failure. */
  readonly errorAction?: RuleAction
}

/**
 * A topic rule with a role of its own that may do what its actions need and nothing else.
 * Throws `RuleError` of `@keg/rule-dsl` where the SQL is not AWS's.
 */
export class TopicRule extends Construct {
  readonly rule: CfnTopicRule
  readonly role: Role

  constructor(scope: Construct, id: string, { ruleName, description, sql, actions, errorAction }: TopicRuleProps) {
    super(scope, id)
    // AWS would refuse the statement at deployment; here it is refused, with its position, before anything is deployed.
    parseRule(sql)
    this.role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('iot.amazonaws.com') })
    this.rule = new CfnTopicRule(this, 'Rule', {
      ruleName,
      topicRulePayload: {
        sql,
        awsIotSqlVersion: '2016-03-23',
        ruleDisabled: false,
        actions: actions.map((action) => action(this, this.role)),
        ...(description === undefined ? {} : { description }),
        ...(errorAction === undefined ? {} : { errorAction: errorAction(this, this.role) }),
      },
    })
    // A rule that comes alive before its role may act would drop what it sees.
    this.rule.node.addDependency(this.role)
  }
}
