import { pour } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { queue } from './actions.ts'
import { flow } from './flow.ts'

/**
 * Pours → queue → ledger. The rule has no WHERE and nothing that can fail, because AWS only logs a failing rule: it hands on
 * the bytes as they came, and the handler decodes them, so that even what is no JSON reaches quarantine.
 */
export const pourFlow = flow({
  name: 'pours',
  description: 'Every pour, as it came, to the queue of the ledger',
  rule: from(pour).select((m, fn) => ({
    payload: fn.encode(m, 'base64'),
    topic: fn.topic(),
    clientId: fn.clientid(),
    receivedAtMs: fn.timestamp(),
  })),
  actions: [queue('pours', { quarantine: 'pours-quarantine' })],
})
