import { isRecord } from '../../../assembly/template.ts'
import { ServiceError } from '../../../gateway/service-error.ts'
import { engineRequest, type DynamoDbEngine } from '../dynamodb-engine.ts'
import type { Attributes } from './item-key.ts'

/** An engine's answer, read. */
export interface Answer {
  readonly ok: boolean
  readonly status: number
  readonly output: Readonly<Record<string, unknown>>
}

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

  /** The key within an item, or the key itself. Throws `ServiceError` for a table that is not there. */
  async key(tableName: string, item: Attributes): Promise<Attributes> {
    const names = this.#keyNames.get(tableName) ?? await this.#describeKey(tableName)
    return Object.fromEntries(names.flatMap((name) => (item[name] === undefined ? [] : [[name, item[name]]])))
  }

  /** The item as it stands. */
  async item(TableName: string, Key: Attributes): Promise<unknown> {
    return (await this.call('GetItem', { TableName, Key, ConsistentRead: true })).output['Item']
  }

  /** A table can come back with another key. */
  forget(): void {
    this.#keyNames.clear()
  }

  async #describeKey(tableName: string): Promise<readonly string[]> {
    const { ok, status, output } = await this.call('DescribeTable', { TableName: tableName })
    if (!ok) throw status === 400 && String(output['__type']).endsWith('ResourceNotFoundException')
      ? new ServiceError('ResourceNotFoundException', 400, 'Requested resource not found')
      : ServiceError.from(status, output)
    const schema = isRecord(output['Table']) ? output['Table']['KeySchema'] : undefined
    const names = Array.isArray(schema) ? schema.flatMap((element: unknown) => (isRecord(element) ? [String(element['AttributeName'])] : [])) : []
    this.#keyNames.set(tableName, names)
    return names
  }
}
