import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../../../assembly/template.ts'
import { ServiceError } from '../../../gateway/service-error.ts'
import { engineResponse, type DynamoDbEngine, type DynamoDbRequest } from '../dynamodb-engine.ts'
import { Exclusion } from '../transactions/exclusion.ts'
import type { Attributes } from '../transactions/item-key.ts'
import { Tables } from '../transactions/tables.ts'
import { isStreamViewType, withoutStream, withStream } from './stream-specification.ts'
import { streamsApi } from './streams-api.ts'
import type { TableStream, TableStreams } from './table-stream.ts'
import { tableNameOf, writtenItems } from './written-items.ts'

/** PartiQL, whose statements name no items that could be looked at. */
const statements = new Set(['ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction'])
const describing = new Set(['CreateTable', 'UpdateTable', 'DescribeTable', 'DeleteTable'])

/**
 * Gives an engine's tables their streams. Every write to a table that has one passes here, one after the other, and each item is
 * looked at before and after: what has changed is a record, and what has not is none, as in DynamoDB.
 */
export function streamedEngine(engine: DynamoDbEngine, streams: TableStreams, newId: () => string): DynamoDbEngine {
  const tables = new Tables(engine)
  const exclusion = new Exclusion()
  return {
    close: () => engine.close(),
    async answer(request) {
      try {
        const answered = streamsApi(request.operation, request.body, streams)
        if (answered !== undefined) return engineResponse(answered)
        if (describing.has(request.operation)) return await changeTable(request, engine, { tables, streams })
        if (streams.any && statements.has(request.operation)) refuseStatements(request.body)
        const items = streams.any ? itemsWithStreams(request, streams) : []
        if (items.length === 0) return await engine.answer(request)
        return await exclusion.alone(() => recorded(items, { tables, newId }, () => engine.answer(request)))
      } catch (error) {
        if (!(error instanceof ServiceError)) throw error
        return engineResponse({ __type: `com.amazonaws.dynamodb.v20120810#${error.name}`, message: error.message }, error.statusCode)
      }
    },
  }
}

interface StreamedItem {
  readonly stream: TableStream
  readonly attributes: Attributes
}

function itemsWithStreams({ operation, body }: DynamoDbRequest, streams: TableStreams): StreamedItem[] {
  return writtenItems(operation, body).flatMap(({ tableName, attributes }) => {
    const stream = streams.ofTable(tableName)
    return stream === undefined ? [] : [{ stream, attributes }]
  })
}

/** Does a write, and appends what it has changed to the streams. */
async function recorded(items: readonly StreamedItem[], { tables, newId }: { tables: Tables; newId: () => string }, write: () => Promise<Response>): Promise<Response> {
  const images = async () => Promise.all(items.map(async ({ stream, attributes }) => {
    const keys = await tables.key(stream.tableName, attributes)
    // The engine's own answer.
    return { stream, keys, item: await tables.item(stream.tableName, keys) as Attributes | undefined }
  }))
  const before = await images()
  const response = await write()
  if (!response.ok) return response
  for (const [index, { stream, keys, item: after }] of (await images()).entries()) {
    const item = before[index]?.item
    if (!isDeepStrictEqual(item, after)) stream.shard.append({ eventId: newId().replaceAll('-', ''), keys, before: item, after })
  }
  return response
}

async function changeTable(request: DynamoDbRequest, engine: DynamoDbEngine, { tables, streams }: { tables: Tables; streams: TableStreams }): Promise<Response> {
  const { operation } = request
  const { body, tableName, specification } = withoutStream(request.body)
  const enabled = streams.ofTable(tableName)
  if (specification?.['StreamEnabled'] === true && !isStreamViewType(specification['StreamViewType'])) {
    throw new ServiceError('ValidationException', 400, 'One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true')
  }
  if (operation === 'UpdateTable' && specification?.['StreamEnabled'] === true && enabled !== undefined) {
    throw new ServiceError('ValidationException', 400, `Table already has an enabled stream: TableName: ${tableName}`)
  }
  // An update of the stream alone is none for the engine, which then has nothing to update.
  const response = await engine.answer(operation === 'UpdateTable' && onlyName(body) ? { ...request, operation: 'DescribeTable', headers: renamed(request.headers), body } : { ...request, body })
  // The protocol answers with one JSON object.
  const output = (await response.json()) as Record<string, unknown>
  if (!response.ok) return engineResponse(output, response.status)
  if (operation === 'DeleteTable' || operation === 'CreateTable') tables.forget()
  if (operation === 'DeleteTable' || specification?.['StreamEnabled'] === false) streams.disable(tableName)
  const description = output['TableDescription'] ?? output['Table']
  if (specification?.['StreamEnabled'] === true && isStreamViewType(specification['StreamViewType'])) {
    streams.enable(tableName, specification['StreamViewType'], isRecord(description) ? description['KeySchema'] : undefined)
  }
  const member = operation === 'DescribeTable' ? 'Table' : 'TableDescription'
  return engineResponse({ [member]: withStream(description, streams.ofTable(tableNameOf(tableName))) })
}

function onlyName(body: string): boolean {
  return Object.keys(JSON.parse(body) as object).join() === 'TableName'
}

function renamed(headers: Headers): Headers {
  const copy = new Headers(headers)
  copy.set('x-amz-target', 'DynamoDB_20120810.DescribeTable')
  return copy
}

function refuseStatements(body: string): void {
  if (!/"Statement"\s*:\s*"\s*(?:insert|update|delete)\b/i.test(body)) return
  throw new ServiceError('ValidationException', 400, 'PartiQL statements that write are not emulated while a table has a stream: they would not be in it.')
}
