import { isRecord } from '@keg/aws-service'
import type { Iot } from '../iot.ts'
import { document, required, text } from '../../../ground/property.ts'
import { replacement, resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { unlessGone } from '../../../ground/unless-gone.ts'
import { iot } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-iot-policy.html */
export const iotPolicy = resource('AWS::IoT::Policy', {
  uses: { iot },
  properties: {
    PolicyName: text,
    PolicyDocument: required(document),
    Tags: tags,
  },
  async create({ PolicyName, PolicyDocument }, { services, physicalName, arn }) {
    const policyName = PolicyName ?? physicalName(128)
    await services.iot.call('CreatePolicy', { policyName, policyDocument: PolicyDocument })
    return { ref: policyName, attributes: { Arn: arn('iot', `policy/${policyName}`), Id: policyName } }
  },
  async update({ PolicyName, PolicyDocument: policyDocument }, { ref: policyName, attributes = {}, properties: before }, { services }) {
    if (PolicyName !== before.PolicyName) return replacement
    // There may be five versions, of which AWS removes the oldest here.
    const others = await otherVersions(policyName, services.iot)
    const oldest = others.length >= VERSIONS_MAX - 1 ? others.at(-1) : undefined
    if (oldest !== undefined) await services.iot.call('DeletePolicyVersion', { policyName, policyVersionId: oldest })
    await services.iot.call('CreatePolicyVersion', { policyName, policyDocument, setAsDefault: true })
    return { ref: policyName, attributes }
  },
  async remove({ ref: policyName }, { services }) {
    for (const policyVersionId of await otherVersions(policyName, services.iot))
      await services.iot.call('DeletePolicyVersion', { policyName, policyVersionId })
    await services.iot.call('DeletePolicy', { policyName }).catch(unlessGone)
  },
  // AWS IoT Core keeps it.
  restore: () => undefined,
})

/** @see https://docs.aws.amazon.com/iot/latest/apireference/API_CreatePolicyVersion.html */
const VERSIONS_MAX = 5

/** Versions other than the default one, the youngest first. */
async function otherVersions(policyName: string, iot: Iot): Promise<string[]> {
  const output = await iot.call('ListPolicyVersions', { policyName }).catch(unlessGone)
  const versions: readonly unknown[] = isRecord(output) && Array.isArray(output['policyVersions']) ? output['policyVersions'] : []
  return versions.flatMap((version) => (isRecord(version) && version['isDefaultVersion'] !== true ? [String(version['versionId'])] : []))
    .sort((a, b) => Number(b) - Number(a))
}
