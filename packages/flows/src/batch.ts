import { batch, batchAcks, batchedOnward } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { queue } from './actions.ts'
import { flow } from './flow.ts'

/**
 * Batches of gateways → queue → ledger, by Basic Ingest, which costs no message: there is no FROM, and nobody can subscribe.
 * Site and gateway are the two levels of `topic()`. As with pours, nothing in the rule can fail. Gateways are told what was booked: given
 * up or not, and by handlers of the queue's own, which also hand on what else came in the batch.
 */
export const batchFlow = flow({
  name: 'batch',
  description: 'Batches of gateways, as they came, to the queue of the ledger',
  rule: from({ schema: batch.schema }).select((m, fn) => ({
    payload: fn.encode(m, 'base64'),
    topic: fn.topic(),
    clientId: fn.clientid(),
    receivedAtMs: fn.timestamp(),
  })),
  actions: [queue('batches', {
    quarantine: 'batches-quarantine', grants: ['writeStore', 'readRegistry'],
    publishes: [batchAcks, ...batchedOnward].map(({ topic }) => topic.text),
  })],
})
