import { RemovalPolicy } from 'aws-cdk-lib'
import { AttributeType, BillingMode, ProjectionType, Table, type StreamViewType } from 'aws-cdk-lib/aws-dynamodb'
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam'
import { Construct } from 'constructs'

/** A key attribute: its name where it holds text, else its name and type. */
export type KeyAttribute = string | { readonly name: string; readonly type: AttributeType }

/** A key: of items, or of an index. */
export interface StoreKey {
  readonly partitionKey: KeyAttribute
  /** @default - none */
  readonly sortKey?: KeyAttribute
}

/** What a {@link HotStore} takes. */
export interface HotStoreProps extends StoreKey {
  /**
   * Global secondary indexes by name, with all attributes; 20 at most.
   *
   * @default - none
   */
  readonly indexes?: Readonly<Record<string, StoreKey>>
  /**
   * What its stream tells of a change.
   *
   * @default - it has no stream
   */
  readonly stream?: StreamViewType
  /**
   * The attribute that says when an item goes, in seconds since 1970.
   *
   * @default - items stay
   */
  readonly timeToLiveAttribute?: string
  /**
   * Whether it can be restored to any second of the last 35 days.
   *
   * @default true
   */
  readonly pointInTimeRecovery?: boolean
  /** @default RemovalPolicy.RETAIN */
  readonly removalPolicy?: RemovalPolicy
}

const MAX_INDEXES = 20
const MAX_NAME_BYTES = 255
const INDEX_NAME = /^[\w.-]{3,255}$/

/**
 * The table of what is asked for often: paid by request, restorable, kept when its stack goes.
 *
 * @example
 * const store = new HotStore(this, 'Ledger', {
 *   partitionKey: 'pk', sortKey: 'sk', indexes: { byKind: { partitionKey: 'kind', sortKey: 'order' } },
 * })
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-general-nosql-design.html
 */
export class HotStore extends Construct {
  readonly table: Table
  readonly tableName: string
  readonly #indexes: readonly string[]

  constructor(scope: Construct, id: string, props: HotStoreProps) {
    super(scope, id)
    const { indexes = {}, stream, timeToLiveAttribute, pointInTimeRecovery = true, removalPolicy = RemovalPolicy.RETAIN } = props
    this.table = new Table(this, 'Table', {
      ...keyOf(props), billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: pointInTimeRecovery }, removalPolicy,
      ...(stream === undefined ? {} : { stream }), ...(timeToLiveAttribute === undefined ? {} : { timeToLiveAttribute }),
    })
    for (const [indexName, key] of Object.entries(indexes))
      this.table.addGlobalSecondaryIndex({ indexName, ...keyOf(key), projectionType: ProjectionType.ALL })
    this.tableName = this.table.tableName
    this.#indexes = Object.keys(indexes)
    this.node.addValidation({ validate: () => problemsOf(props) })
  }

  /** `dynamodb:GetItem` and `dynamodb:Query`, on the table and its indexes. */
  grantRead(grantee: IGrantable): Grant {
    const { tableArn } = this.table
    return Grant.addToPrincipal({
      grantee, actions: ['dynamodb:GetItem', 'dynamodb:Query'],
      resourceArns: [tableArn, ...this.#indexes.map((name) => `${tableArn}/index/${name}`)],
    })
  }

  /** `dynamodb:PutItem` and `dynamodb:UpdateItem`, in transactions, too. */
  grantWrite(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({ grantee, actions: ['dynamodb:PutItem', 'dynamodb:UpdateItem'], resourceArns: [this.table.tableArn] })
  }

  /** `dynamodb:BatchWriteItem`: many items at once, without conditions. */
  grantBatchWrite(grantee: IGrantable): Grant {
    return Grant.addToPrincipal({ grantee, actions: ['dynamodb:BatchWriteItem'], resourceArns: [this.table.tableArn] })
  }
}

const attributeOf = (key: KeyAttribute) => (typeof key === 'string' ? { name: key, type: AttributeType.STRING } : key)
const keyOf = ({ partitionKey, sortKey }: StoreKey) => ({
  partitionKey: attributeOf(partitionKey), ...(sortKey === undefined ? {} : { sortKey: attributeOf(sortKey) }),
})

function problemsOf(props: HotStoreProps): string[] {
  const { indexes = {}, timeToLiveAttribute } = props
  const problems = [...keyProblems('', props), ...Object.entries(indexes).flatMap(([name, key]) => keyProblems(`indexes.${name}.`, key))]
  for (const name of Object.keys(indexes)) {
    if (!INDEX_NAME.test(name))
      problems.push(`indexes: ${JSON.stringify(name)} is no name of an index: 3 to 255 letters, digits, "_", "-" and "."`)
  }
  if (Object.keys(indexes).length > MAX_INDEXES)
    problems.push(`indexes: a table has at most ${MAX_INDEXES}, not ${Object.keys(indexes).length}`)
  const { partitionKey, sortKey = '' } = keyOf(props)
  if (
    timeToLiveAttribute !== undefined && [partitionKey, sortKey].some((key) => typeof key === 'object' && key.name === timeToLiveAttribute)
  ) {
    problems.push(`timeToLiveAttribute: ${JSON.stringify(timeToLiveAttribute)} is part of the key; name an attribute of its own`)
  }
  return problems
}

function keyProblems(path: string, key: StoreKey): string[] {
  const { partitionKey, sortKey } = { sortKey: undefined, ...keyOf(key) }
  const problems = Object.entries({ partitionKey, sortKey }).flatMap(([property, attribute]) => {
    const bytes = attribute === undefined ? 1 : Buffer.byteLength(attribute.name)
    return bytes >= 1 && bytes <= MAX_NAME_BYTES
      ? []
      : [`${path}${property}: the name of a key attribute has 1 to ${MAX_NAME_BYTES} bytes, not ${bytes}`]
  })
  if (sortKey?.name === partitionKey.name)
    problems.push(`${path}sortKey: ${JSON.stringify(partitionKey.name)} is the partition key already; name another attribute`)
  return problems
}
