import { gatewayStatus } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/** A gateway that has not told of itself for so long is no longer one. */
const KEPT_SEC = 30 * 24 * 3_600

/**
 * How each gateway is → a table, an item for each gateway, which its next word writes over. AWS's action puts whatever came: who reads it
 * holds it to the message's schema.
 */
export const gatewayFlow = flow({
  name: 'gateways',
  description: 'How each gateway is, to the table of readings',
  rule: from(gatewayStatus).select((m, fn) => ({
    pk: 'gateway',
    sk: fn.concat(fn.topic(2), '#', fn.topic(4)),
    siteId: fn.topic(2),
    gatewayId: fn.topic(4),
    receivedAtMs: fn.timestamp(),
    expiresAtSec: fn.floor(fn.timestamp().dividedBy(1_000)).plus(KEPT_SEC),
    v: m.v,
    takenAtMs: m.takenAtMs,
    backlog: m.backlog,
    lastAckedAtMs: m.lastAckedAtMs,
    dropped: m.dropped,
    problem: m.problem,
  })),
  actions: [{ kind: 'table', table: 'readings' }],
})
