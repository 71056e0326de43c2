import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { ruleAction, type ActionProps, type RuleAction, type RuleBinding } from '../rule-action.ts'
import { keysOf, type TableKey } from '../table-keys.ts'

/** What is used of a table: `ITable` with less in it fits programs with `exactOptionalPropertyTypes`, too. */
export type TargetTable = Pick<ITable, 'tableArn' | 'tableName' | 'encryptionKey'>

/** A key of an item. */
export interface DynamoDbKey {
  readonly field: string
  /** May hold `${…}`. */
  readonly value: string
  /** @default - the table's, where it is made in this app, else 'STRING' */
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
 * Refused where the keys are not those of the table, as far as it is made in this app.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-rule-action.html
 */
export const toDynamoDb = (table: TargetTable, { hashKey, rangeKey, payloadField, ...props }: ToDynamoDbProps): RuleAction =>
  ruleAction('dynamoDB', props, (binding) => {
    const { role, template, refuse } = binding
    grantPut(table, binding)
    const known = keysOf(table)
    const keyTypeOf = (kind: 'hash' | 'range', key: DynamoDbKey) => {
      for (const { member, message } of known === undefined ? [] : keyProblems(key, known[kind])) refuse(`dynamoDb.${kind}Key${member}`, message)
      return key.type ?? (known?.[kind]?.type === 'N' ? 'NUMBER' : 'STRING')
    }
    if (known?.range !== undefined && rangeKey === undefined) refuse('dynamoDb.rangeKeyField', `it is missing, and the table has the sort key ${known.range.name}; give rangeKey`)
    return {
      dynamoDb: {
        tableName: table.tableName, roleArn: role.roleArn,
        hashKeyField: hashKey.field, hashKeyType: keyTypeOf('hash', hashKey), hashKeyValue: template('dynamoDb.hashKeyValue', hashKey.value),
        ...(rangeKey && { rangeKeyField: rangeKey.field, rangeKeyType: keyTypeOf('range', rangeKey), rangeKeyValue: template('dynamoDb.rangeKeyValue', rangeKey.value) }),
        ...(payloadField === undefined ? {} : { payloadField }),
      },
    }
  })

const TYPES: Readonly<Record<string, string>> = { S: 'STRING', N: 'NUMBER' }

function keyProblems({ field, type }: DynamoDbKey, key: TableKey | undefined): { readonly member: 'Field' | 'Type'; readonly message: string }[] {
  if (key === undefined) return [{ member: 'Field', message: `${JSON.stringify(field)} is given, and the table has no sort key; leave rangeKey out` }]
  if (field !== key.name) return [{ member: 'Field', message: `${JSON.stringify(field)} is no key of the table; it is ${key.name}` }]
  const known = TYPES[key.type]
  if (known === undefined) return [{ member: 'Type', message: `${key.name} is binary, and the action writes text and numbers alone; use a table with such keys` }]
  return type === undefined || type === known ? [] : [{ member: 'Type', message: `${type} is not what the table has for ${key.name}: ${known}` }]
}

/**
 * Writes each member of the output into an attribute of its own. The table's keys have to be among them: refused where the SQL never selects one, as far as
 * the table is made in this app, and what `*` stands for is known by the rule's schema.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-v2-rule-action.html
 */
export const toDynamoDbV2 = (table: TargetTable, props: ActionProps = {}): RuleAction =>
  ruleAction('dynamoDBv2', props, (binding) => {
    const { role, selects, refuse } = binding
    grantPut(table, binding)
    const keys = keysOf(table)
    for (const key of [keys?.hash, keys?.range]) {
      if (key === undefined || selects(key.name) !== false) continue
      refuse('dynamoDBv2.putItem.tableName', `the SQL does not select ${key.name}, a key of the table, and no item goes without; add "… AS ${key.name}" to SELECT`)
    }
    return { dynamoDBv2: { putItem: { tableName: table.tableName }, roleArn: role.roleArn } }
  })

function grantPut(table: TargetTable, { role }: RuleBinding): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] }))
  table.encryptionKey?.grantEncryptDecrypt(role)
}
