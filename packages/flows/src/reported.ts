import { reported } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { republish } from './actions.ts'
import { isAtItsSite } from './at-its-site.ts'
import { flow } from './flow.ts'

/**
 * What kegs behind gateways reported, and what was wished of them there → their shadows. A gateway speaks for its site alone: the registry
 * has to have the keg there, so that a gateway which claims another site's keg changes nothing.
 */
export const reportedFlow = flow({
  name: 'reported',
  description: 'What kegs behind gateways reported, to their shadows',
  lookups: ['thing'],
  rule: from(reported)
    .select((m) => ({ state: { reported: m.reported, desired: m.desired }, version: m.version }))
    .where((_m, fn) => isAtItsSite(fn)),
  actions: [republish('$$aws/things/${topic(3)}/shadow/update')],
})
