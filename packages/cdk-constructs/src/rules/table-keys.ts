import { Resource, Stack } from 'aws-cdk-lib'
import { CfnGlobalTable, CfnTable, type ITable } from 'aws-cdk-lib/aws-dynamodb'

/** A key of a table. */
export interface TableKey {
  readonly name: string
  /** As DynamoDB has it: `S`, `N`, `B`. */
  readonly type: string
}

/** The keys of a table that is made in this app; `undefined` for one that was imported. */
export function keysOf(table: Pick<ITable, 'tableArn'>): { readonly hash: TableKey; readonly range: TableKey | undefined } | undefined {
  const made = table instanceof CfnTable || table instanceof CfnGlobalTable ? table
    : Resource.isResource(table as object as Resource) ? (table as object as Resource).node.defaultChild
    : undefined
  if (!(made instanceof CfnTable || made instanceof CfnGlobalTable)) return undefined
  // A table may tell them when it is synthesized only. What comes is what CloudFormation's types say.
  const resolved = Stack.of(made).resolve({ keySchema: made.keySchema, attributeDefinitions: made.attributeDefinitions }) as Pick<
    CfnTable, 'keySchema' | 'attributeDefinitions'
  >
  const [schema, definitions] = [
    elements<CfnTable.KeySchemaProperty>(resolved.keySchema),
    elements<CfnTable.AttributeDefinitionProperty>(resolved.attributeDefinitions),
  ]
  const keyOf = (kind: string): TableKey | undefined => {
    const name = schema.find(({ keyType }) => keyType === kind)?.attributeName
    const type = definitions.find(({ attributeName }) => attributeName === name)?.attributeType
    return name === undefined || type === undefined ? undefined : { name, type }
  }
  const hash = keyOf('HASH')
  return hash && { hash, range: keyOf('RANGE') }
}

const elements = <Element>(list: unknown): readonly Element[] =>
  (Array.isArray(list) ? list.filter((one): one is Element => typeof one === 'object' && one !== null && 'attributeName' in one) : [])
