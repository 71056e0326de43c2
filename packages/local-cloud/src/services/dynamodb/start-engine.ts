import { CloudError } from '../../ground/cloud-error.ts'
import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import type { RunOptions } from '../../ground/cloud.ts'
import type { Shelves } from '../../ground/shelf.ts'
import { startDynalite } from './dynalite.ts'
import { httpEngine, type DynamoDbEngine } from './dynamodb-engine.ts'
import { startDynoxide, type EngineGuard } from './dynoxide.ts'

/** What a DynamoDB engine is chosen by and started with. */
export interface EngineOptions extends Pick<RunOptions, 'dynamodb' | 'dataDir'> {
  readonly dynamodbEndpoint?: string | undefined
  readonly guard: EngineGuard
  readonly nowMs: () => number
  readonly shelves: Shelves
  readonly log: (entry: CloudLogEntry) => void
}

/** The DynamoDB that was asked for; else dynoxide where there is one, else dynalite. */
export async function startEngine(
  { dynamodb, dynamodbEndpoint, dataDir, guard, nowMs, shelves, log }: EngineOptions, startNative = startDynoxide,
): Promise<DynamoDbEngine> {
  if (dynamodbEndpoint !== undefined) return httpEngine(dynamodbEndpoint)
  if (dynamodb === 'dynalite') return startDynalite({ nowMs, dataDir, shelves, directory: guard.directory })
  try {
    return await startNative(guard, { dataDir, log })
  } catch (error) {
    if (dynamodb !== undefined || !(error instanceof CloudError) || error.code !== 'ENGINE_MISSING') throw error
    log({ level: 'info', source: 'cloud', message: 'DynamoDB is dynalite: there is no dynoxide on this machine.' })
    return startDynalite({ nowMs, dataDir, shelves, directory: guard.directory })
  }
}
