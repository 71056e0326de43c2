import { fauxqsModules, type FauxqsStores, type QueueAction } from './fauxqs-modules.ts'
import type { EngineRequest } from './shared-engine.ts'

/** Its operations, each in a module of its own. */
const OPERATIONS = [
  'ChangeMessageVisibility', 'ChangeMessageVisibilityBatch', 'CreateQueue', 'DeleteMessage', 'DeleteMessageBatch', 'DeleteQueue',
  'GetQueueAttributes', 'GetQueueUrl', 'ListQueueTags', 'ListQueues', 'PurgeQueue', 'ReceiveMessage', 'SendMessage', 'SendMessageBatch',
  'SetQueueAttributes', 'TagQueue', 'UntagQueue',
]

/** What fauxqs's own web server is asked under where a request does not say; the URLs that it keeps of queues have it. */
const HOST = 'localhost:80'

/** An answer of the queues. */
interface QueueAnswer {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Requests to fauxqs's queues, handed to its router without its web server, which takes longer to load than a run of queues alone to start.
 * An operation is loaded at its first request.
 */
export async function fauxqsQueues(
  store: FauxqsStores['sqsStore'],
): Promise<(request: Omit<EngineRequest, 'service'>) => Promise<QueueAnswer>> {
  const { SqsRouter } = await fauxqsModules('sqs/sqsRouter.js')
  const router = new SqsRouter(store)
  for (const operation of OPERATIONS) router.register(operation, loadedOnUse(operation))
  return async ({ headers, payload }) => {
    let statusCode = 200
    const answered: Record<string, string> = {}
    const body = await router.handle({ headers: { host: HOST, ...headers }, body: JSON.parse(payload) as unknown }, {
      status: (code) => { statusCode = code },
      header: (name, value) => { answered[name] = value },
    })
    return { statusCode, headers: answered, body: JSON.stringify(body) }
  }
}

function loadedOnUse(operation: string): QueueAction {
  const name = `${operation.slice(0, 1).toLowerCase()}${operation.slice(1)}`
  let loaded: Promise<Readonly<Record<string, QueueAction>>> | undefined
  return async (...request) => {
    loaded ??= fauxqsModules(`sqs/actions/${name}.js`)
    return (await loaded)[name]?.(...request)
  }
}
