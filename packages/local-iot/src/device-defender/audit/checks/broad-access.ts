import { compilePolicies } from '../../../policy/evaluate.ts'
import type { PolicyDocument } from '../../../policy/policy-document.ts'

interface Account {
  readonly region: string
  readonly accountId: string
}

const OWN = 'keg-audit-own'
/** A name that no policy was written for. */
const OTHER = 'keg-audit-other'

/** What is asked of another thing's, by the action. */
const OF_ANOTHER: readonly (readonly [action: string, resources: readonly string[]])[] = [
  ['iot:Subscribe', [`topicfilter/$aws/things/${OTHER}/shadow/update/delta`, 'topicfilter/$aws/things/+/shadow/update/accepted']],
  ['iot:GetThingShadow', [`thing/${OTHER}`]],
  ['iot:DeleteThingShadow', [`thing/${OTHER}`]],
  ['iot:UpdateThingShadow', [`thing/${OTHER}`]],
  ['iot:Publish', [`topic/$aws/things/${OTHER}/shadow/update`, `topic/$aws/things/${OTHER}/jobs/$next/get`]],
  ['iotjobsdata:DescribeJobExecution', [`thing/${OTHER}`]],
  ['iotjobsdata:GetPendingJobExecutions', [`thing/${OTHER}`]],
  ['iotjobsdata:UpdateJobExecution', [`thing/${OTHER}`]],
  ['iotjobsdata:StartNextPendingJobExecution', [`thing/${OTHER}`]],
]

/**
 * The actions that a policy allows a device on things that are not its own: to connect under any name, or by a name that only begins as
 * said, and to reach shadows and jobs of others. To receive is not among them, as that needs a subscription.
 *
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-policy-permissive.html
 */
export function broadActions(document: PolicyDocument, { region, accountId }: Account): string[] {
  const policies = [{ policyName: 'audited', document }]
  const thing = { thingName: OWN, attributes: {} }
  const asOwn = compilePolicies(policies, {
    region, accountId, clientId: OWN, thing, isAttached: true, certificate: { certificateId: OWN },
  })
  const isBroad = (action: string, resources: readonly string[]) =>
    resources.some((resource) => asOwn(action, resource).decision === 'allow')
  const broad = OF_ANOTHER.filter(([action, resources]) => isBroad(action, resources)).map(([action]) => action)
  return connectsAsAny(document, { region, accountId }) ? ['iot:Connect', ...broad] : broad
}

/** Whether who stands for no thing may connect, under a name of no meaning or one made of a resource with a wildcard. */
function connectsAsAny(document: PolicyDocument, account: Account): boolean {
  const patterns = document.statements.flatMap(({ resource: { values } }) => values)
  const ids = patterns.flatMap((pattern) => {
    const id = /:client\/(.*)$/.exec(pattern)?.[1]
    return id !== undefined && /[*?]/.test(id) && !id.includes('${') ? id.replaceAll('*', OTHER).replaceAll('?', 'x') : []
  })
  return [OTHER, ...ids].some((clientId) => {
    const decide = compilePolicies([{ policyName: 'audited', document }], { ...account, clientId, isAttached: false })
    return decide('iot:Connect', `client/${clientId}`).decision === 'allow'
  })
}
