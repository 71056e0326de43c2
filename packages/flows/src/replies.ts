import { reply } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { queue } from './actions.ts'
import { flow } from './flow.ts'

/**
 * What kegs say to commands → queue → the commands of the store. As with pours, nothing in the rule can fail, and the handler decodes. Kegs
 * behind gateways come here, too: their replies are published on their own topics as their batch is taken.
 */
export const replyFlow = flow({
  name: 'replies',
  description: 'Every reply to a command, as it came, to the queue of commands',
  rule: from(reply).select((m, fn) => ({
    payload: fn.encode(m, 'base64'),
    topic: fn.topic(),
    clientId: fn.clientid(),
    receivedAtMs: fn.timestamp(),
  })),
  actions: [queue('replies', { grants: ['writeStore', 'readStore', 'readRegistry'] })],
})
