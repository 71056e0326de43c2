import type { Authorization, ClientAction } from '../broker/hooks.ts'
import { explainDecision, type Decide, type PolicyDecision } from '../policy/evaluate.ts'

const RESOURCE = { Publish: 'topic', RetainPublish: 'topic', Receive: 'topic', Subscribe: 'topicfilter' } as const
/** Decisions remembered per connection. */
const MAX_REMEMBERED = 256

/**
 * What a connection may do by its policies. `current` gives the policies as compiled now and a version that grows with every change,
 * so that a changed policy acts on a live connection with its next packet.
 */
export function connectionAuthorization(principal: string, current: () => { readonly version: number; readonly decide: Decide }): Authorization {
  let remembered = new Map<string, PolicyDecision>()
  let version = -1
  return {
    principal,
    refusal(action: ClientAction, topic: string) {
      const policies = current()
      if (policies.version !== version) {
        remembered = new Map()
        version = policies.version
      }
      const key = `${action} ${topic}`
      const decision = remembered.get(key) ?? policies.decide(`iot:${action}`, `${RESOURCE[action]}/${topic}`)
      if (remembered.size < MAX_REMEMBERED) remembered.set(key, decision)
      return decision.decision === 'allow' ? undefined : `iot:${action} on ${RESOURCE[action]}/${topic}: ${explainDecision(decision)}`
    },
  }
}
