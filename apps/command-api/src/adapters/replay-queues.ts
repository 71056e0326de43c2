import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs'
import * as z from 'zod'
import type { ReplayQueues } from '../ports.ts'
import { variable } from '@keg/store/variable'

/** The queues whose URLs are in `REPLAY_QUEUES`, as JSON by flow. */
export function replayQueuesFromEnvironment(client = new SQSClient()): ReplayQueues {
  const urls = new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(variable('REPLAY_QUEUES')))))
  return {
    has: (flow) => urls.has(flow),
    send: async (flow, message) => {
      await client.send(new SendMessageCommand({ QueueUrl: urls.get(flow), MessageBody: JSON.stringify(message) }))
    },
  }
}
