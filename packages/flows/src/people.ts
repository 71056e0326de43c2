import { alert } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/** Alerts that begin → people, by mail or message: that one is over can wait until they look. What they read is selected here, and sent as it is. */
export const peopleFlow = flow({
  name: 'people',
  description: 'Alerts that begin, to the people of the stage',
  rule: from(alert)
    .select((m, fn) => ({
      subject: fn.concat('Keg ', fn.topic(3), ' at ', fn.topic(2), ': ', m.kind),
      text: m.message,
      siteId: fn.topic(2),
      kegId: fn.topic(3),
      alertId: m.alertId,
    }))
    .where((m) => m.event.equals('raised')),
  actions: [{ kind: 'people' }],
})
