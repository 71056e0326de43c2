import { presence } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/** Events of one client come within this time, so that its last ones are always there: a connection of a month is seen again as it ends. */
const KEPT_SEC = 30 * 24 * 3_600

/**
 * Who connects and goes → a table, an item for each event: they come in any order, some of them twice, and AWS's action can only put. Who
 * is there is worked out as it is asked for.
 */
export const presenceFlow = flow({
  name: 'presence',
  description: 'Who connects and goes, to the table of presence',
  rule: from(presence)
    .select((m, fn) => ({
      clientId: m.clientId,
      event: fn.concat(m.timestamp, '#', m.versionNumber, '#', m.eventType),
      eventType: m.eventType,
      atMs: m.timestamp,
      sessionIdentifier: m.sessionIdentifier,
      versionNumber: m.versionNumber,
      reason: m.disconnectReason,
      expiresAtSec: fn.floor(m.timestamp.dividedBy(1_000)).plus(KEPT_SEC),
    }))
    .where((m) => m.eventType.in(['connected', 'disconnected'])),
  actions: [{ kind: 'table', table: 'presence' }],
})
