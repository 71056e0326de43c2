import {
  flag, ignored, json, list, object, oneOf, refused, required, text, type PropertiesOf, type PropertyTable,
} from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { dynamodb } from '../name.ts'
import { tableLifecycle, type TableSettings } from './table-definition.ts'
import { tags } from '../../../ground/tags.ts'

const capacity = ignored('there is no capacity to provision here')
const encryption = ignored('nothing is encrypted on this machine')

const tableProperties = {
  TableName: text,
  AttributeDefinitions: required(json),
  KeySchema: required(json),
  BillingMode: oneOf('PAY_PER_REQUEST', 'PROVISIONED'),
  GlobalSecondaryIndexes: list(object({
    IndexName: required(text),
    KeySchema: required(json),
    Projection: required(json),
    WriteProvisionedThroughputSettings: capacity,
    WriteOnDemandThroughputSettings: capacity,
    ReadOnDemandThroughputSettings: capacity,
    ReadProvisionedThroughputSettings: capacity,
    WarmThroughput: capacity,
  })),
  LocalSecondaryIndexes: list(object({ IndexName: required(text), KeySchema: required(json), Projection: required(json) })),
  TimeToLiveSpecification: object({ AttributeName: text, Enabled: flag }),
  StreamSpecification: object({ StreamViewType: required(oneOf('KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES')) }),
  Replicas: required(list(object({
    Region: required(text),
    DeletionProtectionEnabled: flag,
    KinesisStreamSpecification: refused('changes go to DynamoDB\'s own streams alone'),
    ContributorInsightsSpecification: ignored('there are no contributor insights here'),
    GlobalSecondaryIndexes: ignored('there is no capacity to provision, and there are no contributor insights'),
    PointInTimeRecoverySpecification: ignored('there are no backups'),
    ReadOnDemandThroughputSettings: capacity,
    ReadProvisionedThroughputSettings: capacity,
    ReplicaStreamSpecification: ignored('stream policies are not enforced'),
    ResourcePolicy: ignored('table policies are not enforced'),
    SSESpecification: encryption,
    TableClass: ignored('it changes the bill alone'),
    GlobalTableSettingsReplicationMode: ignored('there is one region'),
    Tags: tags,
  }))),
  SSESpecification: encryption,
  MultiRegionConsistency: ignored('there is one region'),
  GlobalTableWitnesses: ignored('there is one region'),
  GlobalTableSourceArn: refused('there is one account'),
  WriteOnDemandThroughputSettings: capacity,
  WriteProvisionedThroughputSettings: capacity,
  ReadOnDemandThroughputSettings: capacity,
  ReadProvisionedThroughputSettings: capacity,
  WarmThroughput: capacity,
} satisfies PropertyTable

/**
 * What CDK's `TableV2` makes: here it is the table of this region, and its replicas elsewhere are nowhere.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-globaltable.html
 */
export const dynamodbGlobalTable = resource('AWS::DynamoDB::GlobalTable', {
  uses: { dynamodb }, properties: tableProperties, ...tableLifecycle(settingsOf),
})

function settingsOf({ Replicas, ...settings }: PropertiesOf<typeof tableProperties>): TableSettings {
  const DeletionProtectionEnabled = Replicas.some((replica) => replica.DeletionProtectionEnabled === true)
  const {
    TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes, LocalSecondaryIndexes, TimeToLiveSpecification, StreamSpecification,
  } = settings
  const indexes = GlobalSecondaryIndexes?.map((index) => ({
    IndexName: index.IndexName, KeySchema: index.KeySchema, Projection: index.Projection,
  }))
  // There is nothing to provision, whatever its mode.
  return {
    TableName, AttributeDefinitions, KeySchema, BillingMode: 'PAY_PER_REQUEST', ProvisionedThroughput: undefined,
    GlobalSecondaryIndexes: indexes, LocalSecondaryIndexes, TimeToLiveSpecification, StreamSpecification, DeletionProtectionEnabled,
  }
}
