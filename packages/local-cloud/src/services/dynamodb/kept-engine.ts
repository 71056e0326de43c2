import type { CloudLogEntry } from '../../ground/cloud-log-entry.ts'
import { engineResponse, type DynamoDbEngine } from './dynamodb-engine.ts'

/** A process that answers as an engine. */
export interface EngineProcess {
  readonly engine: DynamoDbEngine
  /** Resolves with how it ended, as `SIGKILL`. */
  readonly ended: Promise<string>
}

/**
 * An engine whose process is started again, by the next request, when it has ended by itself: what it answered is in its file. Rejects
 * where it does not start in the first place; later, requests are answered with an error that SDK clients try again.
 */
export async function keptEngine(start: () => Promise<EngineProcess>, log: (entry: CloudLogEntry) => void): Promise<DynamoDbEngine> {
  let closing = false
  let running: Promise<EngineProcess> | undefined
  const begin = async () => {
    const process = await start()
    void process.ended.then((how) => {
      running = undefined
      if (!closing) log({ level: 'error', source: 'cloud', message: `The engine of DynamoDB has ended by itself (${how}). It is started again when it is asked next, with all that it has answered; what it was doing is answered with an error.` })
    })
    return process
  }
  await (running = begin())
  return {
    async answer(request) {
      try {
        const { engine } = await (running ??= begin())
        return await engine.answer(request)
      } catch (error) {
        // Unless it runs, the next request tries to start it.
        running = await running?.catch(() => undefined) === undefined ? undefined : running
        return engineResponse({ __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: `The engine of DynamoDB does not answer: ${String(error)}` }, 500)
      }
    },
    async close() {
      closing = true
      const process = await running?.catch(() => undefined)
      await process?.engine.close()
    },
  }
}
