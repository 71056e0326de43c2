import { isRecord } from '@keg/aws-service'
import { ownMember } from '../../../ground/own-member.ts'
import type { Attributes } from '../transactions/item-key.ts'

/** An item that a request is about to write: its key, or the whole of it. */
export interface WrittenItem {
  readonly tableName: string
  readonly attributes: Attributes
}

type Input = Readonly<Record<string, unknown>>

const readers: Readonly<Record<string, (input: Input) => readonly WrittenItem[]>> = {
  PutItem: (input) => written(input['TableName'], input['Item']),
  UpdateItem: (input) => written(input['TableName'], input['Key']),
  DeleteItem: (input) => written(input['TableName'], input['Key']),
  BatchWriteItem: ({ RequestItems }) => Object.entries(isRecord(RequestItems) ? RequestItems : {}).flatMap(([tableName, requests]) =>
    records(requests).flatMap(({ PutRequest: put, DeleteRequest: remove }) => [
      ...(isRecord(put) ? written(tableName, put['Item']) : []),
      ...(isRecord(remove) ? written(tableName, remove['Key']) : []),
    ])),
  TransactWriteItems: ({ TransactItems }) => records(TransactItems).flatMap(({ Put, Update, Delete }) => [
    ...(isRecord(Put) ? written(Put['TableName'], Put['Item']) : []),
    ...[Update, Delete].filter(isRecord).flatMap(({ TableName, Key }) => written(TableName, Key)),
  ]),
}

/** The items that a request writes, if it is done; none for one that only reads, or that no engine takes. */
export function writtenItems(operation: string, body: string): readonly WrittenItem[] {
  const reader = ownMember(readers, operation)
  if (reader === undefined) return []
  try {
    const input: unknown = JSON.parse(body)
    return isRecord(input) ? reader(input) : []
  } catch {
    // What is wrong with it, the engine says.
    return []
  }
}

/** A table may be named by its ARN, too. */
export function tableNameOf(nameOrArn: string): string {
  return nameOrArn.replace(/^arn:.*?:table\/([^/]+).*$/, '$1')
}

function written(tableName: unknown, attributes: unknown): readonly WrittenItem[] {
  if (typeof tableName !== 'string' || !isRecord(attributes)) return []
  // As SDK clients send them; the engine checks them.
  return [{ tableName: tableNameOf(tableName), attributes: attributes as Attributes }]
}

function records(value: unknown): readonly Input[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}
