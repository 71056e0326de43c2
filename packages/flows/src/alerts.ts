import { alert } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { invoke } from './actions.ts'
import { flow } from './flow.ts'

/**
 * Alerts → handler, at once → the store. As with pours, nothing in the rule can fail, and the handler decodes. What Lambda gives up comes
 * to a queue that other flows share, so that the message tells its flow. Kegs behind gateways come here, too: their alerts are published on
 * their own topics as their batch is taken.
 */
export const alertFlow = flow({
  name: 'alerts',
  description: 'Every alert, as it came, to the store of alerts',
  rule: from(alert).select((m, fn) => ({
    payload: fn.encode(m, 'base64'),
    topic: fn.topic(),
    clientId: fn.clientid(),
    receivedAtMs: fn.timestamp(),
    flow: 'alerts',
  })),
  actions: [invoke('alerts', { grants: ['writeStore', 'readRegistry'] })],
})
