import { engineRequest, type DynamoDbEngine, type DynamoDbRequest } from './dynamodb-engine.ts'

const settling = new Set(['CreateTable', 'UpdateTable', 'DeleteTable'])
const ASKED_AT_MOST = 1_000

/** Answers for a table's creation, change or deletion once it is done, so that the next request finds the table as it is to be. */
export function settledTables(engine: DynamoDbEngine): DynamoDbEngine {
  return {
    close: () => engine.close(),
    async answer(request) {
      const response = await engine.answer(request)
      if (response.ok && settling.has(request.operation)) await settled(engine, request)
      return response
    },
  }
}

async function settled(engine: DynamoDbEngine, { body }: DynamoDbRequest): Promise<void> {
  // The engine took the request, which therefore names a table.
  const { TableName } = JSON.parse(body) as { TableName: string }
  for (let asked = 0; asked < ASKED_AT_MOST; asked += 1) {
    const response = await engine.answer(engineRequest('DescribeTable', { TableName }))
    const text = await response.text()
    if (!response.ok || !/"(?:Table|Index)Status":"(?:CREATING|UPDATING|DELETING)"/.test(text)) return
  }
}
