import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { IDeliveryStream } from 'aws-cdk-lib/aws-kinesisfirehose'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

export interface ToFirehoseProps extends ActionProps {
  /**
   * The output is an array, and each element is a record of its own.
   *
   * @default false
   */
  readonly batchMode?: boolean
  /** Written after each record. @default - nothing */
  readonly separator?: '\n' | '\t' | '\r\n' | ','
}

/**
 * Puts the message into a Firehose delivery stream.
 *
 * @example
 * new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toFirehose(deliveryStream, { separator: '\n' })] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/kinesis-firehose-rule-action.html
 */
export const toFirehose = (stream: IDeliveryStream, { batchMode = false, separator, ...props }: ToFirehoseProps = {}): RuleAction =>
  ruleAction('firehose', props, ({ role }) => {
    // The page asks for PutRecord alone; batches are sent by PutRecordBatch.
    const actions = batchMode ? ['firehose:PutRecord', 'firehose:PutRecordBatch'] : ['firehose:PutRecord']
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [stream.deliveryStreamArn] }))
    return { firehose: {
      deliveryStreamName: stream.deliveryStreamName, batchMode, roleArn: role.roleArn, ...(separator === undefined ? {} : { separator }),
    } }
  })
