import type { IStream } from 'aws-cdk-lib/aws-kinesis'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

export interface ToKinesisProps extends ActionProps {
  /**
   * Which shard a record goes to; may hold `${…}`.
   *
   * @default '${newuuid()}': over all shards, in no order
   */
  readonly partitionKey?: string
}

/**
 * Puts the message into a Kinesis data stream. Default partition key: a new one for each record.
 *
 * @example
 * new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toKinesis(stream, { partitionKey: '${topic(2)}' })] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/kinesis-rule-action.html
 * @see https://docs.aws.amazon.com/streams/latest/dev/permissions-user-key-KMS.html
 */
export const toKinesis = (stream: IStream, { partitionKey = '${newuuid()}', ...props }: ToKinesisProps = {}): RuleAction =>
  ruleAction('kinesis', props, ({ role, template, refuse }) => {
    if (partitionKey === '')
      refuse('kinesis.partitionKey', 'it is empty, and a record goes nowhere without; leave it out for a new one each')
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['kinesis:PutRecord'], resources: [stream.streamArn] }))
    stream.encryptionKey?.grant(role, 'kms:GenerateDataKey')
    return {
      kinesis: { streamName: stream.streamName, partitionKey: template('kinesis.partitionKey', partitionKey), roleArn: role.roleArn },
    }
  })
