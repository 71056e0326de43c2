import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { BucketAccessControl, IBucket } from 'aws-cdk-lib/aws-s3'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'
import { acknowledgeWildcard } from '../../acknowledgements/acknowledge.ts'

/** What is used of a bucket: `IBucket` with less in it fits programs with `exactOptionalPropertyTypes`, too. */
export type TargetBucket = Pick<IBucket, 'bucketName' | 'arnForObjects' | 'encryptionKey'>

export interface ToS3Props extends ActionProps {
  /**
   * The object's key; may hold `${…}`. One that comes to the same text writes over the object.
   *
   * @default '${topic()}/${timestamp()}'
   */
  readonly key?: string
  /** @default - none: the bucket's own */
  readonly accessControl?: BucketAccessControl
}

/**
 * Writes the message as an object of a bucket.
 *
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toS3(bucket, { key: 'pours/${topic(2)}/${timestamp()}.json' })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/s3-rule-action.html
 */
export const toS3 = (bucket: TargetBucket, { key = '${topic()}/${timestamp()}', accessControl, ...props }: ToS3Props = {}): RuleAction =>
  ruleAction('s3', props, ({ role, template }) => {
    const actions = accessControl === undefined ? ['s3:PutObject'] : ['s3:PutObject', 's3:PutObjectAcl']
    const resource = bucket.arnForObjects('*')
    role.addToPrincipalPolicy(new PolicyStatement({ actions, resources: [resource] }))
    acknowledgeWildcard(role, resource, 'the message says under which key it is kept')
    bucket.encryptionKey?.grantEncrypt(role)
    return {
      s3: {
        bucketName: bucket.bucketName, key: template('s3.key', key), roleArn: role.roleArn,
        ...(accessControl === undefined ? {} : { cannedAcl: kebab(accessControl) }),
      },
    }
  })

/** `BUCKET_OWNER_READ` is `BucketOwnerRead` in CloudFormation and `bucket-owner-read` here. */
const kebab = (accessControl: BucketAccessControl): string =>
  accessControl.replace(/(?<=[a-z])[A-Z]/g, (letter) => `-${letter}`).toLowerCase()
