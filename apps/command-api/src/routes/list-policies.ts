import { listPoliciesRoute, type KegPolicy } from '@keg/flows/routes'
import { answerRoute } from '../http/route.ts'
import type { KegGated } from '../http/gate.ts'
import type { KegPolicies } from '../ports.ts'

/** Each has up to ten policies, and its groups some more. A keg has two while it changes from one to the next. */
const MOST_CERTIFICATES = 10

/** `GET /kegs/{kegId}/policies`: the policies that are in effect for a keg over any of its certificates. */
export const listPolicies = ({ policies, gate }: { policies: KegPolicies } & KegGated) =>
  answerRoute(listPoliciesRoute, gate, async ({ params: { kegId } }, refuse) => {
    const certificates = await policies.certificatesOf(kegId, MOST_CERTIFICATES)
    if (certificates === undefined) throw refuse('not-found', `There is no keg ${kegId}.`)
    const effective = await Promise.all(certificates.map(async (certificate) =>
      (await policies.effective(kegId, certificate)).map((policy) => ({ ...policy, principals: [certificate.certificateId] }))))
    const byArn = new Map<string, KegPolicy>()
    for (const policy of effective.flat()) {
      const { principals = [] } = byArn.get(policy.policyArn) ?? {}
      byArn.set(policy.policyArn, { ...policy, principals: [...principals, ...policy.principals] })
    }
    return { items: [...byArn.values()].sort((a, b) => (a.policyName < b.policyName ? -1 : 1)) }
  })
