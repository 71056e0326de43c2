import { readTarget } from '../../device-defender/detect/targets.ts'
import { withAncestors } from '../../state/thing-group-hierarchy.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { checkProfileTarget, securityProfileArn } from './find-security-profile.ts'

const PAGE_SIZE = 25

export const listSecurityProfilesForTarget = operation(
  'ListSecurityProfilesForTarget',
  ({ securityProfileTargetArn, recursive = false, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    checkProfileTarget(state, securityProfileTargetArn)
    const target = readTarget(state, securityProfileTargetArn)
    const above = recursive && target !== undefined && 'groupName' in target
      ? withAncestors(state, target.groupName).map(({ thingGroupName }) => state.arn(`thinggroup/${thingGroupName}`))
      : [securityProfileTargetArn]
    const mappings = [...state.securityProfiles.values()].flatMap(({ securityProfileName: name, targets }) =>
      targets.filter((arn) => above.includes(arn)).map((arn) => ({
        securityProfileIdentifier: { name, arn: securityProfileArn(state, name) }, target: { arn },
      })))
    const { items, nextToken: next } = page(
      mappings, ({ securityProfileIdentifier: { name }, target: { arn } }) => `${name} ${arn}`, nextToken, maxResults,
    )
    return { securityProfileTargetMappings: items, nextToken: next }
  },
)
