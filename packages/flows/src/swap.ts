import { alert } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { isAtItsSite } from './at-its-site.ts'
import { flow } from './flow.ts'

/**
 * A keg that is empty → the machine that orders a full one and waits until it is there. An alert comes more than once, and others tell of
 * the same keg: one swap of a keg is ordered at a time, which the machine looks after.
 */
export const swapFlow = flow({
  name: 'swap',
  description: 'A keg that is empty, to the machine that orders another',
  lookups: ['thing'],
  rule: from(alert)
    .select((m, fn) => ({ kegId: fn.topic(3), siteId: fn.topic(2), alertId: m.alertId }))
    // A machine can't go on without the id: what has none is no alert.
    .where((m, fn) => m.kind.equals('kegEmpty').and(m.event.equals('raised')).and(m.alertId.notEquals('')).and(isAtItsSite(fn))),
  actions: [{ kind: 'machine', machine: 'swap' }],
})
