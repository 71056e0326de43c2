import { isRecord, ServiceException } from '@keg/aws-service'
import { ownMember } from '../../../ground/own-member.ts'
import { engineResponse, type DynamoDbEngine, type DynamoDbRequest } from '../dynamodb-engine.ts'
import { CompletedRequests } from './completed-requests.ts'
import { Exclusion } from './exclusion.ts'
import type { Attributes } from './item-key.ts'
import { readTransaction } from './read-transaction.ts'
import { Tables } from './tables.ts'
import { writeTransaction } from './write-transaction.ts'

type Operation = (request: DynamoDbRequest) => Promise<Response>

/**
 * Gives an engine transactions, and `ReturnValuesOnConditionCheckFailure`. While one of these runs, no other request does:
 * nobody sees half a transaction, and none is ever cancelled for a conflict.
 */
export function transactionalEngine(engine: DynamoDbEngine, nowMs: () => number): DynamoDbEngine {
  const tables = new Tables(engine)
  const completed = new CompletedRequests(nowMs)
  const exclusion = new Exclusion()
  const alone: Readonly<Record<string, Operation>> = {
    TransactWriteItems: ({ body }) => transactWriteItems(body, tables, completed),
    TransactGetItems: ({ body }) => readTransaction(JSON.parse(body), tables),
    PutItem: (request) => conditionalWrite(request, engine, tables),
    UpdateItem: (request) => conditionalWrite(request, engine, tables),
    DeleteItem: (request) => conditionalWrite(request, engine, tables),
    CreateTable: (request) => changeTables(request, engine, tables),
    DeleteTable: (request) => changeTables(request, engine, tables),
  }
  return {
    close: () => exclusion.alone(() => engine.close()),
    async answer(request) {
      const operation = ownMember(alone, request.operation)
      if (operation === undefined || isPlainWrite(request)) return exclusion.together(() => engine.answer(request))
      try {
        return await exclusion.alone(() => operation(request))
      } catch (error) {
        if (!(error instanceof ServiceException)) throw error
        return engineResponse({ __type: `com.amazonaws.dynamodb.v20120810#${error.name}`, message: error.message }, error.statusCode)
      }
    },
  }
}

/** A write that asks for nothing the engine does not have. */
function isPlainWrite({ operation, body }: DynamoDbRequest): boolean {
  return operation.endsWith('Item') && !body.includes('"ReturnValuesOnConditionCheckFailure"')
}

async function transactWriteItems(body: string, tables: Tables, completed: CompletedRequests): Promise<Response> {
  const request: unknown = JSON.parse(body)
  const { ClientRequestToken: token, TransactItems: items } = isRecord(request) ? request : {}
  if (typeof token !== 'string') return writeTransaction(request, tables)
  if (completed.has(token, items)) return engineResponse({})
  const response = await writeTransaction(request, tables)
  if (response.ok) completed.add(token, items)
  return response
}

async function conditionalWrite(request: DynamoDbRequest, engine: DynamoDbEngine, tables: Tables): Promise<Response> {
  const response = await engine.answer(request)
  // As SDK clients send it; the engine has looked at the rest.
  const input =
    JSON.parse(request.body) as { TableName: string; Item?: Attributes; Key?: Attributes; ReturnValuesOnConditionCheckFailure?: string }
  if (response.ok || input.ReturnValuesOnConditionCheckFailure !== 'ALL_OLD') return response
  // The protocol answers with one JSON object.
  const error = (await response.json()) as Record<string, unknown>
  if (!String(error['__type']).endsWith('ConditionalCheckFailedException')) return engineResponse(error, response.status)
  const found = await tables.item(input.TableName, input.Key ?? await tables.key(input.TableName, input.Item ?? {}))
  return engineResponse(found === undefined ? error : { ...error, Item: found }, response.status)
}

async function changeTables(request: DynamoDbRequest, engine: DynamoDbEngine, tables: Tables): Promise<Response> {
  tables.forget()
  return engine.answer(request)
}
