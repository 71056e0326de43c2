import { pour } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow } from './flow.ts'

/**
 * Pours → an object each, the bytes as the keg sent them: what a meter of drinks has measured is kept as it was measured. The same pour
 * sent twice is two objects, since both were received; pours behind gateways come in batches, whose bytes no rule takes apart.
 */
export const archiveFlow = flow({
  name: 'archive',
  description: 'Every pour of a keg, as it came, to the archive',
  rule: from(pour).selectAll(),
  actions: [{ kind: 'archive', key: 'raw/${topic(2)}/${topic(3)}/${parse_time("yyyy/MM/dd", timestamp())}/${timestamp()}-${newuuid()}' }],
})
