import { alert } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/** A flow meter that is stuck → a case in Salesforce: somebody has to go there. Warm beer and empty gas bottles are a bar's own work. */
export const alertCaseFlow = flow({
  name: 'alert_case',
  description: 'Flow meters that are stuck, to those who repair them',
  rule: from(alert)
    .select((m, fn) => ({
      // Two kegs may have the same id of an alert.
      caseId: fn.concat(fn.topic(3), '-', m.alertId),
      subject: fn.concat('Keg ', fn.topic(3), ' at ', fn.topic(2), ': flow meter stuck'),
      text: m.message,
      // What Lambda gives up is a message that tells its flow, as an alert's.
      payload: fn.encode(m, 'base64'),
      topic: fn.topic(),
      clientId: fn.clientid(),
      receivedAtMs: fn.timestamp(),
      flow: 'alert_case',
    }))
    .where((m) => m.kind.equals('meterStuck').and(m.event.equals('raised'))),
  actions: [{ kind: 'salesCase' }],
})
