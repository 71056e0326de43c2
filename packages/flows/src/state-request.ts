import { stateRequest } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { republish } from './actions.ts'
import { flow, LOOKUP_ROLE } from './flow.ts'

/**
 * A request for a keg's settings → its shadow, as the {@link stateFlow} tells it: for a gateway, which was away and may not touch shadows.
 */
export const stateRequestFlow = flow({
  name: 'state_request',
  description: 'The settings of a keg, to the gateway that asks for them',
  lookups: ['shadow'],
  rule: from(stateRequest)
    .set((_m, fn) => ({ shadow: fn.get_thing_shadow(fn.topic(3), LOOKUP_ROLE) }))
    .set((_m, fn, v) => ({ state: fn.get(v.shadow, 'state'), metadata: fn.get(v.shadow, 'metadata') }))
    .select((m, fn, v) => ({
      kegId: fn.topic(3),
      version: fn.get(v.shadow, 'version'),
      desired: fn.get(v.state, 'desired'),
      reported: fn.get(v.state, 'reported'),
      desiredMetadata: fn.get(v.metadata, 'desired'),
      timestampSec: fn.get(v.shadow, 'timestamp'),
      askedBy: m.askedBy,
      askedAtMs: m.askedAtMs,
    }))
    .where((_m, fn, v) => fn.get(fn.get(v.state, 'desired'), 'siteId').equals(fn.topic(2))),
  actions: [republish('keg/${topic(2)}/${topic(3)}/state')],
})
