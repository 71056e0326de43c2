import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import { readTarget } from '../../device-defender/detect/targets.ts'
import type { SecurityProfile } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'

export const securityProfileArn = (state: IotState, name: string) => state.arn(`securityprofile/${name}`)

export function findSecurityProfile({ securityProfiles }: IotState, name: string): SecurityProfile {
  const profile = securityProfiles.get(name)
  if (profile === undefined) throw notFound(`Security profile ${name} does not exist.`)
  return profile
}

/** Throws where an ARN is no target of a profile, or that of a group that does not exist. */
export function checkProfileTarget(state: IotState, arn: string): void {
  const target = readTarget(state, arn)
  if (target === undefined) {
    throw invalidRequest(`Invalid security profile target ${arn}: a thing group, all/things, all/registered-things or all/unregistered-things.`)
  }
  if ('groupName' in target && !state.thingGroups.has(target.groupName)) throw notFound(`Thing group ${target.groupName} does not exist.`)
}
