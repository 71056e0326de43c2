import { alert } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/**
 * Alerts → OpenSearch, a document for each word of each alert: one that comes again writes over itself, and no other: a keg's id has no
 * ":". What is no alert has no id to be found by, and is in quarantine as one of `alerts`.
 */
export const alertSearchFlow = flow({
  name: 'alert_search',
  description: 'Every alert, to be found by any word of it',
  rule: from(alert)
    .select((m, fn) => ({
      alertId: m.alertId,
      siteId: fn.topic(2),
      kegId: fn.topic(3),
      kind: m.kind,
      event: m.event,
      message: m.message,
      value: m.value,
      limit: m.limit,
      reaction: m.reaction,
      takenAtMs: m.takenAtMs,
      receivedAtMs: fn.timestamp(),
    }))
    .where((m, fn) => fn.isUndefined(m.alertId).or(fn.isUndefined(m.event)).equals(false)),
  actions: [{ kind: 'search', index: 'alerts', id: '${topic(3)}:${alertId}:${event}' }],
})
