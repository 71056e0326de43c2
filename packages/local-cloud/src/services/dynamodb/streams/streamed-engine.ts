import { isRecord, ServiceException } from '@keg/aws-service'
import { isDeepStrictEqual } from 'node:util'
import { engineResponse, type DynamoDbEngine, type DynamoDbRequest } from '../dynamodb-engine.ts'
import type { Shelf } from '../../../ground/shelf.ts'
import { ExclusionByName } from '../transactions/exclusion-by-name.ts'
import type { Attributes } from '../transactions/item-key.ts'
import { placeText, Tables } from '../transactions/tables.ts'
import { isStreamViewType, withoutStream, withStream } from './stream-specification.ts'
import { streamsApi } from './streams-api.ts'
import type { TableStream, TableStreams } from './table-stream.ts'
import { tableNameOf, writtenItems } from './written-items.ts'

/** PartiQL, whose statements name no items that could be looked at. */
const statements = new Set(['ExecuteStatement', 'BatchExecuteStatement', 'ExecuteTransaction'])
const describing = new Set(['CreateTable', 'UpdateTable', 'DescribeTable', 'DeleteTable'])

/**
 * Gives an engine's tables their streams. Every write to a table that has one passes here, those of one item one after the other, and each
 * item is looked at before and after: what has changed is a record, and what has not is none, as in DynamoDB.
 */
export function streamedEngine(engine: DynamoDbEngine, streams: TableStreams, { newId, pending }: StreamedEngineOptions): DynamoDbEngine {
  const tables = new Tables(engine)
  const exclusion = new ExclusionByName()
  let caughtUp: Promise<void> | undefined
  return {
    close: () => engine.close(),
    async answer(request) {
      try {
        await (caughtUp ??= catchUp(pending, streams, tables))
        const answered = streamsApi(request.operation, request.body, streams)
        if (answered !== undefined) return engineResponse(answered)
        if (describing.has(request.operation)) return await changeTable(request, engine, { tables, streams })
        if (streams.any && statements.has(request.operation)) refuseStatements(request.body)
        const items = streams.any ? itemsWithStreams(request, streams) : []
        if (items.length === 0) return await engine.answer(request)
        const written = await placesOf(items, tables)
        return await exclusion.alone(written.map(placeText), () => recorded(written, { streams, tables, newId, pending }, () =>
          engine.answer(request)))
      } catch (error) {
        if (!(error instanceof ServiceException)) throw error
        return engineResponse({ __type: `com.amazonaws.dynamodb.v20120810#${error.name}`, message: error.message }, error.statusCode)
      }
    },
  }
}

/** An item about to be written, as it was before. */
interface PendingImage {
  readonly streamArn: string
  readonly tableName: string
  readonly keys: Attributes
  readonly eventId: string
  readonly before?: Attributes | undefined
}

/** What streams are written with. */
export interface StreamedEngineOptions {
  readonly newId: () => string
  /** Writes that have begun: the engine and the streams are two, and a kill can come between. */
  readonly pending: Shelf<readonly PendingImage[]>
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

/** An item that a write is about, and the stream that tells of it. */
type StreamedPlace = Pick<PendingImage, 'streamArn' | 'tableName' | 'keys'>

function placesOf(items: readonly StreamedItem[], tables: Tables): Promise<StreamedPlace[]> {
  return Promise.all(items.map(async ({ stream: { arn: streamArn, tableName }, attributes }) => ({
    streamArn, tableName, keys: await tables.key(tableName, attributes),
  })))
}

/** Does a write, and appends what it has changed to the streams. */
async function recorded(
  places: readonly StreamedPlace[],
  { streams, tables, newId, pending }: StreamedEngineOptions & { streams: TableStreams; tables: Tables },
  write: () => Promise<Response>,
): Promise<Response> {
  const id = newId()
  const before = await tables.items(places)
  const images = places.map((place, index): PendingImage => ({ ...place, eventId: newId().replaceAll('-', ''), before: before[index] }))
  pending.set(id, images)
  const response = await write()
  const after = response.ok ? await tables.items(places) : undefined
  // At once: where a kill comes between, what was appended last is this.
  if (after !== undefined) appendChanges(images, after, streams)
  pending.delete(id)
  return response
}

function appendChanges(images: readonly PendingImage[], after: readonly (Attributes | undefined)[], streams: TableStreams): void {
  for (const [index, { streamArn, eventId, keys, before }] of images.entries()) {
    if (!isDeepStrictEqual(before, after[index])) streams.get(streamArn)?.shard.append({ eventId, keys, before, after: after[index] })
  }
}

/** What was being written when the last run was killed: where the engine has it, it belongs into the stream, once. */
async function catchUp(pending: Shelf<readonly PendingImage[]>, streams: TableStreams, tables: Tables): Promise<void> {
  // All are looked at before any is appended: what was appended last, before the kill, is of one of them.
  const missing = [...pending.entries()].map(([id, images]) => [id, images.filter(({ streamArn, eventId }) => {
    const shard = streams.get(streamArn)?.shard
    return shard !== undefined && !shard.read(shard.end - images.length, images.length).some(({ record }) => record.eventId === eventId)
  })] as const)
  for (const [id, images] of missing) {
    appendChanges(images, await tables.items(images), streams)
    pending.delete(id)
  }
}

async function changeTable(
  request: DynamoDbRequest, engine: DynamoDbEngine, { tables, streams }: { tables: Tables; streams: TableStreams },
): Promise<Response> {
  const { operation } = request
  const { body, tableName, specification } = withoutStream(request.body)
  const enabled = streams.ofTable(tableName)
  if (specification?.['StreamEnabled'] === true && !isStreamViewType(specification['StreamViewType'])) {
    throw new ServiceException(
      'ValidationException', 400, 'One or more parameter values were invalid: StreamViewType is required when StreamEnabled is true',
    )
  }
  if (operation === 'UpdateTable' && specification?.['StreamEnabled'] === true && enabled !== undefined) {
    throw new ServiceException('ValidationException', 400, `Table already has an enabled stream: TableName: ${tableName}`)
  }
  // An update of the stream alone is none for the engine, which then has nothing to update.
  const response = await engine.answer(operation === 'UpdateTable' && onlyName(body)
    ? { ...request, operation: 'DescribeTable', headers: renamed(request.headers), body }
    : { ...request, body })
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
  throw new ServiceException(
    'ValidationException', 400, 'PartiQL statements that write are not emulated while a table has a stream: they would not be in it.',
  )
}
