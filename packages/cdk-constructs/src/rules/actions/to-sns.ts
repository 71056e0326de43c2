import type { ITopic } from 'aws-cdk-lib/aws-sns'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

export interface ToSnsProps extends ActionProps {
  /**
   * `JSON`: the output says for each protocol what it gets, under the names of protocols.
   *
   * @default 'RAW'
   */
  readonly messageFormat?: 'RAW' | 'JSON'
}

/**
 * Publishes the message to an SNS topic, which can't be a FIFO topic.
 *
 * @example new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toSns(topic)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/sns-rule-action.html
 */
export const toSns = (topic: ITopic, { messageFormat = 'RAW', ...props }: ToSnsProps = {}): RuleAction =>
  ruleAction('sns', props, ({ role, refuse }) => {
    if (topic.fifo) refuse('sns.targetArn', 'AWS IoT publishes to no FIFO topic; use a standard one')
    topic.grantPublish(role)
    return { sns: { targetArn: topic.topicArn, messageFormat, roleArn: role.roleArn } }
  })
