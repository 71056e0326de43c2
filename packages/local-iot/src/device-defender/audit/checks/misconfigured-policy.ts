import { compilePolicies, type Decide } from '../../../policy/evaluate.ts'
import type { PolicyDocument } from '../../../policy/policy-document.ts'
import type { Found } from '../../../state/audits.ts'

type Misconfiguration = Pick<Found, 'code' | 'reason'>

const ANY = 'keg-audit-any'

/**
 * What a policy was most likely not meant to say: that a Deny holds for MQTT's wildcards, which are letters there, or for topics that a
 * wider subscription reaches.
 *
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-misconfigured-policies.html
 */
export function misconfigurations(
  document: PolicyDocument, { region, accountId }: { readonly region: string; readonly accountId: string },
): Misconfiguration[] {
  const denied = document.statements.filter(({ effect, resource: { negated } }) => effect === 'Deny' && !negated)
    .flatMap(({ resource: { values } }) => values).flatMap((value) => /:topicfilter\/(.*)$/.exec(value)?.[1] ?? [])
  const thing = { thingName: ANY, attributes: {} }
  const decide = compilePolicies([{ policyName: 'audited', document }], { region, accountId, clientId: ANY, thing, isAttached: true })
  const mqtt = denied.filter((filter) => /[+#]/.test(filter))
  const reached = denied.filter((filter) => !/[+#]/.test(filter) && isReached(filter, decide))
  return [
    ...mqtt.slice(0, 1).map((filter) => ({
      code: 'POLICY_CONTAINS_MQTT_WILDCARDS_IN_DENY_STATEMENT', reason: `Policy denies ${filter}, where + and # are no wildcards.`,
    })),
    ...reached.slice(0, 1).map((filter) => ({
      code: 'TOPIC_FILTERS_INTENDED_TO_DENY_ALLOWED_USING_WILDCARDS',
      reason: `Policy denies to subscribe to ${filter}, and allows a wider filter and to receive what comes by it.`,
    })),
  ]
}

/** Whether messages of a denied filter come by a subscription that is allowed. */
function isReached(filter: string, decide: Decide): boolean {
  const topic = filter.replaceAll('*', ANY).replaceAll('?', 'x')
  const levels = topic.split('/')
  const wider = ['#', ...levels.slice(0, -1).map((_, index) => `${levels.slice(0, index + 1).join('/')}/#`)]
  const isAllowed = (action: string, resource: string) => decide(action, resource).decision === 'allow'
  return isAllowed('iot:Receive', `topic/${topic}`) && wider.some((one) => isAllowed('iot:Subscribe', `topicfilter/${one}`))
}
