import type { Shelf } from '../../ground/shelf.ts'
import { engineRequest, engineResponse, type DynamoDbEngine } from './dynamodb-engine.ts'

interface Update {
  readonly TableName: string
  readonly TimeToLiveSpecification: { readonly AttributeName: string; readonly Enabled: boolean }
}

/**
 * Records tables' time to live, the attribute by the table's name, for an engine that has none. No item expires: AWS, too, promises no more
 * than "within a few days", and asks readers to filter by themselves.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html
 */
export function recordedTimeToLive(engine: DynamoDbEngine, attributes: Shelf<string>): DynamoDbEngine {
  return {
    close: () => engine.close(),
    async answer(request) {
      if (request.operation === 'DeleteTable' || request.operation === 'CreateTable') attributes.delete(tableOf(request.body))
      if (request.operation !== 'UpdateTimeToLive' && request.operation !== 'DescribeTimeToLive') return engine.answer(request)
      const TableName = tableOf(request.body)
      const described = await engine.answer(engineRequest('DescribeTable', { TableName }))
      if (!described.ok) return described
      if (request.operation === 'UpdateTimeToLive') {
        // As SDK clients send it.
        const { TimeToLiveSpecification } = JSON.parse(request.body) as Update
        if (TimeToLiveSpecification.Enabled) attributes.set(TableName, TimeToLiveSpecification.AttributeName)
        else attributes.delete(TableName)
        return engineResponse({ TimeToLiveSpecification })
      }
      const AttributeName = attributes.get(TableName)
      return engineResponse({
        TimeToLiveDescription: AttributeName === undefined
          ? { TimeToLiveStatus: 'DISABLED' }
          : { TimeToLiveStatus: 'ENABLED', AttributeName },
      })
    },
  }
}

function tableOf(body: string): string {
  const input: unknown = JSON.parse(body)
  return typeof input === 'object' && input !== null && 'TableName' in input ? String(input.TableName) : ''
}
