import { confirmationUrlOf } from '../../actions/http.ts'
import type { TopicRuleDestinations } from '../../rules/destinations.ts'
import type { TopicRulePayload } from '../../model/model.generated.ts'

/** Makes the destinations that a rule's http actions need and nobody has made (https-rule-action.html, `confirmationUrl`). */
export function ensureDestinations({ actions, errorAction }: TopicRulePayload, destinations: TopicRuleDestinations): void {
  for (const { http } of errorAction === undefined ? actions : [...actions, errorAction]) {
    const url = http === undefined ? undefined : confirmationUrlOf(http)
    if (url !== undefined && destinations.find(url) === undefined) destinations.create(url)
  }
}
