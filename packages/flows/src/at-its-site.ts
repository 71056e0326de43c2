import type { RuleFunctions } from '@keg/rule-dsl'
import { LOOKUP_ROLE } from './flow.ts'

/**
 * Whether the registry has the keg of the topic at the site of the topic: a gateway's policy holds it to its site, and not to the kegs
 * there. A rule with it declares the lookup `thing`.
 */
export const isAtItsSite = (fn: RuleFunctions) =>
  fn.get(fn.get(fn.get_registry_data('DescribeThing', fn.topic(3), LOOKUP_ROLE), 'attributes'), 'siteId').equals(fn.topic(2))
