import { shadowDocuments } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { republish } from './actions.ts'
import { flow } from './flow.ts'

/**
 * Shadow documents → the keg's `state` topic, so that browsers never touch `$aws/things/…`. A shadow without a site is not a
 * keg's, or not yet: nobody could be watching it.
 */
export const stateFlow = flow({
  name: 'state',
  description: 'What is wished of a keg and what it reported, to those who watch it',
  rule: from(shadowDocuments)
    .select((m, fn) => ({
      kegId: fn.topic(3),
      version: m.current.version,
      desired: m.current.state.desired,
      reported: m.current.state.reported,
      desiredMetadata: m.current.metadata.desired,
      timestampSec: m.timestamp,
    }))
    .where((m, fn) => fn.isUndefined(m.current.state.desired.siteId).equals(false)),
  actions: [republish('keg/${current.state.desired.siteId}/${topic(3)}/state')],
})
