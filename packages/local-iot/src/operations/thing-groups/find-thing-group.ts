import type { DynamicQuery, IotState, Thing, ThingGroup } from '../../state/iot-state.ts'
import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import { findThing } from '../things/find-thing.ts'

export function findThingGroup({ thingGroups }: IotState, thingGroupName: string): ThingGroup {
  const group = thingGroups.get(thingGroupName)
  if (group === undefined) throw notFound(`Thing group ${thingGroupName} does not exist.`)
  return group
}

/** The dynamic group of this name. Throws where there is none. */
export function findDynamicGroup(state: IotState, thingGroupName: string): ThingGroup & { readonly dynamic: DynamicQuery } {
  const { dynamic, ...group } = findThingGroup(state, thingGroupName)
  if (dynamic === undefined) throw invalidRequest(`Thing group ${thingGroupName} is not a dynamic thing group.`)
  return { ...group, dynamic }
}

/** Throws for a dynamic group: its query alone says which things are in it. */
export function checkStatic(group: ThingGroup): ThingGroup {
  const { thingGroupName, dynamic } = group
  if (dynamic !== undefined) throw invalidRequest(`Thing group ${thingGroupName} is dynamic: its query decides which things are in it.`)
  return group
}

export interface ThingInGroup {
  readonly thingName?: string | undefined
  readonly thingArn?: string | undefined
  readonly thingGroupName?: string | undefined
  readonly thingGroupArn?: string | undefined
}

/** Thing and group that a request names, each by name or by ARN. */
export function findThingAndGroup(state: IotState, named: ThingInGroup): { thing: Thing; group: ThingGroup } {
  const { thingName, thingArn, thingGroupName, thingGroupArn } = named
  return {
    group: findThingGroup(state, nameOf(state, 'thinggroup', thingGroupName, thingGroupArn)),
    thing: findThing(state, nameOf(state, 'thing', thingName, thingArn)),
  }
}

/** The name itself or that in the ARN; throws where there is neither, or both and they differ. */
export function nameOf(state: IotState, kind: string, name: string | undefined, arn: string | undefined): string {
  const prefix = state.arn(`${kind}/`)
  if (arn !== undefined && !arn.startsWith(prefix)) throw invalidRequest(`Invalid ARN ${arn}`)
  const named = arn?.slice(prefix.length) ?? name
  if (named === undefined) throw invalidRequest(`Either ${kind} name or ${kind} ARN must be given`)
  if (name !== undefined && name !== named) throw invalidRequest(`${name} and ${arn ?? ''} are not the same ${kind}`)
  return named
}
