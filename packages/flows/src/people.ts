import { alert } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { isAtItsSite } from './at-its-site.ts'
import { flow } from './flow.ts'

/**
 * Alerts that begin → people, by mail or message: that one is over can wait until they look. What they read is selected here, a sentence
 * whichever way it comes.
 */
export const peopleFlow = flow({
  name: 'people',
  description: 'Alerts that begin, to the people of the stage',
  lookups: ['thing'],
  rule: from(alert)
    // SNS sends "default" over every protocol that has no text of its own.
    .select((m, fn) => ({ default: fn.concat('Keg ', fn.topic(3), ' at ', fn.topic(2), ': ', m.message) }))
    .where((m, fn) => m.event.equals('raised').and(isAtItsSite(fn))),
  actions: [{ kind: 'people' }],
})
