import { defineService } from '../../ground/service.ts'
import { dynamoDbAccess } from './access.ts'
import { createDynamoDb } from './dynamodb.ts'
import { dynamodb } from './name.ts'
import { dynamodbGlobalTable } from './resources/global-table.ts'
import { dynamodbTable } from './resources/table.ts'
import { startEngine } from './start-engine.ts'

export const service = defineService(dynamodb, {
  async start(ground) {
    const { options, nowMs, shelves, log } = ground
    const dynamodbEndpoint = options.dynamodbEndpoint ?? options.awsEndpoint
    return createDynamoDb(await startEngine({ ...options, dynamodbEndpoint, guard: ground, nowMs, shelves, log }), ground)
  },
  serve: (tables) => (request) => tables.fetch(request),
  access: dynamoDbAccess,
  resources: [dynamodbGlobalTable, dynamodbTable],
  close: (tables) => tables.close(),
})
