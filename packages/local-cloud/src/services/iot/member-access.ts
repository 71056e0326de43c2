import { isRecord } from '@keg/aws-service'
import type { Access, Asked, Naming } from '../../ground/access.ts'

type ResourcesOf = (asked: Asked, naming: Naming, name: string) => readonly string[]

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A thing and a group, each by its ARN or its name. */
const thingAndGroup: ResourcesOf = ({ input: { thingArn, thingName, thingGroupArn, thingGroupName } }, { arn }) => [
  thingArn === undefined ? arn('iot', `thing/${text(thingName)}`) : text(thingArn),
  thingGroupArn === undefined ? arn('iot', `thinggroup/${text(thingGroupName)}`) : text(thingGroupArn),
]

/** Sets of all things, as `all/things`, are no resources of IAM. */
const profileAndTarget: ResourcesOf = ({ query }, { arn }, name) => {
  const target = query.get('securityProfileTargetArn') ?? ''
  return [arn('iot', `securityprofile/${name}`), ...(target.includes(':thinggroup/') ? [target] : [])]
}

/** Violations by their ids are of no resource. */
const profileOfViolations: ResourcesOf = ({ input: { target } }, { arn }) => {
  const profile = isRecord(target) ? target['securityProfileName'] : undefined
  return [profile === undefined ? '*' : arn('iot', `securityprofile/${text(profile)}`)]
}

/** Things, unless the body names another. */
const index: ResourcesOf = ({ input: { indexName = 'AWS_Things' } }, { arn }) => [arn('iot', `index/${text(indexName)}`)]

/** Whoever asks what is in effect for a thing alone, or for no certificate, asks for no resource. */
const principal: ResourcesOf = ({ input: { principal: of } }) => [text(of).includes(':cert/') ? text(of) : '*']

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsiot.html */
const rows: readonly (readonly [action: string, method: string, path: RegExp, resourcesOf: ResourcesOf])[] = [
  ['AttachPolicy', 'PUT', /^\/target-policies\/[^/]+$/, ({ input: { target } }) => [text(target)]],
  ['DetachPolicy', 'POST', /^\/target-policies\/[^/]+$/, ({ input: { target } }) => [text(target)]],
  ['SearchIndex', 'POST', /^\/indices\/search$/, index],
  ['GetStatistics', 'POST', /^\/indices\/statistics$/, index],
  ['GetPercentiles', 'POST', /^\/indices\/percentiles$/, index],
  ['GetCardinality', 'POST', /^\/indices\/cardinality$/, index],
  ['GetBucketsAggregation', 'POST', /^\/indices\/buckets$/, index],
  ['GetEffectivePolicies', 'POST', /^\/effective-policies$/, principal],
  ['AddThingToThingGroup', 'PUT', /^\/thing-groups\/addThingToThingGroup$/, thingAndGroup],
  ['RemoveThingFromThingGroup', 'PUT', /^\/thing-groups\/removeThingFromThingGroup$/, thingAndGroup],
  ['AttachSecurityProfile', 'PUT', /^\/security-profiles\/([^/]+)\/targets$/, profileAndTarget],
  ['DetachSecurityProfile', 'DELETE', /^\/security-profiles\/([^/]+)\/targets$/, profileAndTarget],
  ['StartDetectMitigationActionsTask', 'PUT', /^\/detect\/mitigationactions\/tasks\/[^/]+$/, profileOfViolations],
]

/** What operations need whose resources are members of their body or their query; `undefined` for any other. */
export function memberAccess(asked: Asked, naming: Naming): readonly Access[] | undefined {
  for (const [action, method, path, resourcesOf] of rows) {
    const match = asked.method === method ? path.exec(asked.path) : null
    if (match === null) continue
    const resources = resourcesOf(asked, naming, decodeURIComponent(match[1] ?? ''))
    return resources.map((resource) => ({ action: `iot:${action}`, resource }))
  }
  return undefined
}
