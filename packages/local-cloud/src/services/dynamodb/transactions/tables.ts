import { isRecord, ServiceException } from '@keg/aws-service'
import { engineRequest, type DynamoDbEngine } from '../dynamodb-engine.ts'
import { keyText, type Attributes } from './item-key.ts'

/** An engine's answer, read. */
export interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly output: Readonly<Record<string, unknown>>
}

/** Where an item stands: its table and its key, as `key` makes it. */
export interface ItemPlace {
  readonly tableName: string
  readonly keys: Attributes
}

/** What one BatchGetItem takes. @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const BATCH_MAX = 100

/** Two places are the same item exactly if this text is the same. */
export const placeText = ({ tableName, keys }: ItemPlace): string => `${tableName} ${keyText(keys)}`

/** An engine's tables, as transactions use them: calls, and the names of their keys. */
export class Tables {
  readonly #engine: DynamoDbEngine
  readonly #keyNames = new Map<string, readonly string[]>()

  constructor(engine: DynamoDbEngine) {
    this.#engine = engine
  }

  async call(operation: string, input: object): Promise<Answer> {
    const response = await this.#engine.answer(engineRequest(operation, input))
    // The protocol answers with one JSON object.
    return { ok: response.ok, status: response.status, output: (await response.json()) as Record<string, unknown> }
  }

  /** The key within an item, or the key itself. Throws `ServiceException` for a table that is not there. */
  async key(tableName: string, item: Attributes): Promise<Attributes> {
    const names = this.#keyNames.get(tableName) ?? await this.#describeKey(tableName)
    return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])))
  }

  /** The item as it stands. */
  async item(TableName: string, Key: Attributes): Promise<unknown> {
    return (await this.call('GetItem', { TableName, Key, ConsistentRead: true })).output['Item']
  }

  /** Items as they stand, in the order of their keys; `undefined` for one that is not there. Many take one call. */
  async items(wanted: readonly ItemPlace[]): Promise<readonly (Attributes | undefined)[]> {
    const found = wanted.length < 2 || wanted.length > BATCH_MAX ? undefined : await this.#batch(wanted)
    if (found !== undefined) return wanted.map((place) => found.get(placeText(place)))
    return Promise.all(wanted.map(async ({ tableName, keys }) => await this.item(tableName, keys) as Attributes | undefined))
  }

  /** By place; `undefined` where the engine did not answer all. */
  async #batch(wanted: readonly ItemPlace[]): Promise<ReadonlyMap<string, Attributes> | undefined> {
    const distinct = [...new Map(wanted.map((place) => [placeText(place), place])).values()]
    const requests = Object.entries(Object.groupBy(distinct, ({ tableName }) => tableName)).map(([name, places = []]) => [
      name, { Keys: places.map(({ keys }) => keys), ConsistentRead: true },
    ])
    const { ok, output } = await this.call('BatchGetItem', { RequestItems: Object.fromEntries(requests) })
    const { Responses, UnprocessedKeys } = output
    if (!ok || !isRecord(Responses) || (isRecord(UnprocessedKeys) && Object.keys(UnprocessedKeys).length > 0)) return undefined
    // The protocol answers with items by table.
    const items = Object.entries(Responses as Record<string, readonly Attributes[]>).flatMap(([tableName, of]) =>
      of.map((item) => ({ tableName, item })))
    return new Map(await Promise.all(
      items.map(async ({ tableName, item }) => [placeText({ tableName, keys: await this.key(tableName, item) }), item] as const),
    ))
  }

  /** A table can come back with another key. */
  forget(): void {
    this.#keyNames.clear()
  }

  async #describeKey(tableName: string): Promise<readonly string[]> {
    const { ok, status, output } = await this.call('DescribeTable', { TableName: tableName })
    if (!ok) throw status === 400 && String(output['__type']).endsWith('ResourceNotFoundException')
      ? new ServiceException('ResourceNotFoundException', 400, 'Requested resource not found')
      : ServiceException.from(status, output)
    const schema = isRecord(output['Table']) ? output['Table']['KeySchema'] : undefined
    const names = Array.isArray(schema)
      ? schema.flatMap((element: unknown) => (isRecord(element) ? [String(element['AttributeName'])] : []))
      : []
    this.#keyNames.set(tableName, names)
    return names
  }
}
