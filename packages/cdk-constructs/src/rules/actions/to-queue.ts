import type { IQueue } from 'aws-cdk-lib/aws-sqs'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

export interface ToQueueProps extends ActionProps {
  /**
   * Sends the output in base64: bytes that are no text arrive whole.
   *
   * @default false
   */
  readonly useBase64?: boolean
}

/**
 * Sends what the rule selected to a queue, which can't be a FIFO queue.
 *
 * @example new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toQueue(queue)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/sqs-rule-action.html
 */
export const toQueue = (queue: IQueue, { useBase64 = false, ...props }: ToQueueProps = {}): RuleAction =>
  ruleAction('sqs', props, ({ role, refuse }) => {
    if (queue.fifo) refuse('sqs.queueUrl', 'AWS IoT sends to no FIFO queue; use a standard one')
    queue.grantSendMessages(role)
    return { sqs: { queueUrl: queue.queueUrl, roleArn: role.roleArn, useBase64 } }
  })
