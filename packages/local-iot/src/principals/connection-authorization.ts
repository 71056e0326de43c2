import type { Authorization, ClientAction } from '@keg/mqtt-broker'
import { explainDecision, type Decide } from '../policy/evaluate.ts'

const RESOURCE = { Publish: 'topic', RetainPublish: 'topic', Receive: 'topic', Subscribe: 'topicfilter' } as const
/** Topics remembered per connection and action. */
const MAX_REMEMBERED = 256

/** Why an action on a topic is refused; `null` where it is not. */
type Remembered = Map<string, string | null>

/**
 * What a connection may do by its policies. `current` gives the policies as compiled now and a version that grows with every change,
 * so that a changed policy acts on a live connection with its next packet. `nearest` says what came nearest to allowing a request.
 */
export function connectionAuthorization(
  principal: string,
  current: () => { readonly version: number; readonly decide: Decide },
  nearest: (action: string, resource: string) => string,
): Authorization {
  // A map for each action, so that no key is put together for each message.
  let remembered: Partial<Record<ClientAction, Remembered>> = {}
  let version = -1
  return {
    principal,
    refusal(action: ClientAction, topic: string) {
      const policies = current()
      if (policies.version !== version) {
        remembered = {}
        version = policies.version
      }
      const topics = (remembered[action] ??= new Map())
      const known = topics.get(topic)
      if (known !== undefined) return known ?? undefined
      if (topics.size >= MAX_REMEMBERED) topics.clear()
      const refusal = refusalOf(policies.decide, action, topic)
      topics.set(topic, refusal ?? null)
      return refusal
    },
    details(action, topic) {
      const resource = `${RESOURCE[action]}/${topic}`
      const { decision } = current().decide(`iot:${action}`, resource)
      // A statement that denies is named by the refusal.
      return decision === 'implicitDeny' ? nearest(`iot:${action}`, resource) : undefined
    },
  }
}

function refusalOf(decide: Decide, action: ClientAction, topic: string): string | undefined {
  const resource = `${RESOURCE[action]}/${topic}`
  const decision = decide(`iot:${action}`, resource)
  return decision.decision === 'allow' ? undefined : `iot:${action} on ${resource}: ${explainDecision(decision)}`
}
