import type { ITable } from 'aws-cdk-lib/aws-dynamodb'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Kind } from '@keg/rule-dsl'
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
 * @example
 * new TopicRule(this, 'Rule', {
 *   sql: "SELECT * FROM 'keg/+/pours'",
 *   actions: [toDynamoDb(table, { hashKey: { field: 'kegId', value: '${topic(2)}' } })],
 * })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-rule-action.html
 */
export const toDynamoDb = (table: TargetTable, { hashKey, rangeKey, payloadField, ...props }: ToDynamoDbProps): RuleAction =>
  ruleAction('dynamoDB', props, (binding) => {
    const { role, template, refuse } = binding
    grantPut(table, binding)
    const known = keysOf(table)
    const checked = (kind: 'hash' | 'range', key: DynamoDbKey) => {
      for (const { member, message } of known === undefined ? [] : keyProblems(key, known[kind]))
        refuse(`dynamoDb.${kind}Key${member}`, message)
      const type = key.type ?? (known?.[kind]?.type === 'N' ? 'NUMBER' : 'STRING')
      return { type, value: template(`dynamoDb.${kind}KeyValue`, key.value, { number: type === 'NUMBER' }) }
    }
    if (known?.range !== undefined && rangeKey === undefined)
      refuse('dynamoDb.rangeKeyField', `it is missing, and the table has the sort key ${known.range.name}; give rangeKey`)
    const hash = checked('hash', hashKey)
    const range = rangeKey && checked('range', rangeKey)
    return {
      dynamoDb: {
        tableName: table.tableName, roleArn: role.roleArn,
        hashKeyField: hashKey.field, hashKeyType: hash.type, hashKeyValue: hash.value,
        ...(rangeKey && range && { rangeKeyField: rangeKey.field, rangeKeyType: range.type, rangeKeyValue: range.value }),
        ...(payloadField === undefined ? {} : { payloadField }),
      },
    }
  })

const TYPES: Readonly<Record<string, string>> = { S: 'STRING', N: 'NUMBER' }

function keyProblems(
  { field, type }: DynamoDbKey, key: TableKey | undefined,
): { readonly member: 'Field' | 'Type'; readonly message: string }[] {
  if (key === undefined)
    return [{ member: 'Field', message: `${JSON.stringify(field)} is given, and the table has no sort key; leave rangeKey out` }]
  if (field !== key.name) return [{ member: 'Field', message: `${JSON.stringify(field)} is no key of the table; it is ${key.name}` }]
  const known = TYPES[key.type]
  if (known === undefined)
    return [{ member: 'Type', message: `${key.name} is binary, and the action writes text and numbers alone; use a table with such keys` }]
  return type === undefined || type === known
    ? []
    : [{ member: 'Type', message: `${type} is not what the table has for ${key.name}: ${known}` }]
}

/**
 * Writes each member of the output into an attribute of its own. The table's keys have to be among them: refused where the SQL never
 * selects one, as far as
 * the table is made in this app, and what `*` stands for is known by the rule's schema.
 *
 * @example new TopicRule(this, 'Rule', { sql: "SELECT * FROM 'keg/+/pours'", actions: [toDynamoDbV2(table)] })
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/dynamodb-v2-rule-action.html
 */
export const toDynamoDbV2 = (table: TargetTable, props: ActionProps = {}): RuleAction =>
  ruleAction('dynamoDBv2', props, (binding) => {
    const { role, refuse } = binding
    grantPut(table, binding)
    const keys = keysOf(table)
    for (const key of [keys?.hash, keys?.range]) {
      const problem = key && selectedKeyProblem(key, binding)
      if (problem !== undefined) refuse('dynamoDBv2.putItem.tableName', problem)
    }
    return { dynamoDBv2: { putItem: { tableName: table.tableName }, roleArn: role.roleArn } }
  })

/** What a member of the output has to be, to be a key of this type, and how the SQL makes one of it. */
const KINDS: Readonly<Record<string, { readonly kind: Kind; readonly cast: string }>> = {
  S: { kind: 'string', cast: 'String' }, N: { kind: 'number', cast: 'Decimal' },
}

/** What is wrong with what the SQL selects as a key; a member may be missing in some messages. */
function selectedKeyProblem({ name, type }: TableKey, { selects, kindsOf }: RuleBinding): string | undefined {
  if (selects(name) === false)
    return `the SQL does not select ${name}, a key of the table, and no item goes without; add "… AS ${name}" to SELECT`
  const [wanted, kinds] = [KINDS[type], kindsOf(name)]
  if (wanted === undefined || kinds === undefined || kinds.has(wanted.kind)) return undefined
  const given = [...kinds].filter((kind) => kind !== 'undefined').join(' or ') || 'undefined'
  return `the SQL selects ${name} as ${given}, and the table's key of that name is a ${wanted.kind}; write "cast(… AS ${wanted.cast}) AS ${name}"`
}

function grantPut(table: TargetTable, { role }: RuleBinding): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: ['dynamodb:PutItem'], resources: [table.tableArn] }))
  table.encryptionKey?.grantEncryptDecrypt(role)
}
