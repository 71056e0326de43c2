import { batch } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow, queue } from './flow.ts'

/**
 * Batches of gateways → queue → ledger, by Basic Ingest, which costs no message: there is no FROM, and nobody can subscribe.
 * Site and gateway are the two levels of `topic()`. As with pours, nothing in the rule can fail.
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
  actions: [queue('batches')],
})
