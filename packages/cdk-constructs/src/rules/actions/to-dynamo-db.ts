import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ruleAction, type ActionProps, type RuleAction } from '../rule-action.ts'

/** What is used of a table: `ITable` with less in it fits programs with `exactOptionalPropertyTypes`, too. */
export type TargetTable = Pick<ITable, 'tableArn' | 'tableName' | 'encryptionKey'>

/** A key of an item. */
export interface DynamoDbKey {
  readonly field: string
  /** May hold `${…}`. */
  readonly value: string
  /** @default 'STRING' */
  readonly type?: 'STRING' | 'NUMBER'
}

export interface ToDynamoDbProps extends ActionProps {
  readonly hashKey: DynamoDbKey
  /** @default - the table has none */
  readonly rangeKey?: DynamoDbKey
  /** The attribute that gets the output. @default 'payload' */
  readonly payloadField?: string
}

/**
 * Writes the output into one attribute of an item. To write each of its members into one of its own, use {@link toDynamoDbV2}.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-rule-action.html
 */
export const toDynamoDb = (table: TargetTable, { hashKey, rangeKey, payloadField, ...props }: ToDynamoDbProps): RuleAction =>
  ruleAction('dynamoDB', props, ({ role, template }) => {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] }))
    table.encryptionKey?.grantEncryptDecrypt(role)
    return {
      dynamoDb: {
        tableName: table.tableName, roleArn: role.roleArn,
        hashKeyField: hashKey.field, hashKeyType: hashKey.type ?? 'STRING', hashKeyValue: template('dynamoDb.hashKeyValue', hashKey.value),
        ...(rangeKey && { rangeKeyField: rangeKey.field, rangeKeyType: rangeKey.type ?? 'STRING', rangeKeyValue: template('dynamoDb.rangeKeyValue', rangeKey.value) }),
        ...(payloadField === undefined ? {} : { payloadField }),
      },
    }
  })

/**
 * Writes each member of the output into an attribute of its own; the table's keys have to be among them.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-v2-rule-action.html
 */
export const toDynamoDbV2 = (table: TargetTable, props: ActionProps = {}): RuleAction =>
  ruleAction('dynamoDBv2', props, ({ role }) => {
    role.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] }))
    table.encryptionKey?.grantEncryptDecrypt(role)
    return { dynamoDBv2: { putItem: { tableName: table.tableName }, roleArn: role.roleArn } }
  })
