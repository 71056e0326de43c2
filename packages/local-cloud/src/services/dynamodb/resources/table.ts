import { flag, ignored, json, list, object, oneOf, refused, required, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { dynamodb } from '../name.ts'
import { tableLifecycle, type TableSettings } from './table-definition.ts'
import { tags } from '../../../ground/tags.ts'

const capacity = ignored('there is no capacity to provision here')
const backups = ignored('there are no backups of tables in memory')

const indexes = list(object({
  IndexName: required(text),
  KeySchema: required(json),
  Projection: required(json),
  ProvisionedThroughput: json,
  OnDemandThroughput: capacity,
  WarmThroughput: capacity,
  ContributorInsightsSpecification: ignored('there are no contributor insights here'),
}))

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html */
export const dynamodbTable = resource('AWS::DynamoDB::Table', {
  uses: { dynamodb },
  properties: {
    TableName: text,
    AttributeDefinitions: required(json),
    KeySchema: required(json),
    BillingMode: oneOf('PAY_PER_REQUEST', 'PROVISIONED'),
    ProvisionedThroughput: json,
    GlobalSecondaryIndexes: indexes,
    LocalSecondaryIndexes: indexes,
    TimeToLiveSpecification: object({ AttributeName: text, Enabled: flag }),
    StreamSpecification: object({
      StreamViewType: required(oneOf('KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES')),
      ResourcePolicy: ignored('stream policies are not enforced'),
    }),
    KinesisStreamSpecification: refused('changes go to DynamoDB\'s own streams alone'),
    ImportSourceSpecification: refused('tables start empty'),
    ResourcePolicy: ignored('table policies are not enforced'),
    ContributorInsightsSpecification: ignored('there are no contributor insights here'),
    DeletionProtectionEnabled: flag,
    OnDemandThroughput: capacity,
    WarmThroughput: capacity,
    PointInTimeRecoverySpecification: backups,
    SSESpecification: ignored('nothing is encrypted on this machine'),
    TableClass: ignored('it changes the bill alone'),
    Tags: tags,
  },
  ...tableLifecycle((properties: TableSettings) => properties),
})
