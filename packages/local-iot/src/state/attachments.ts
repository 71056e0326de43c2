import type { Table } from '@keg/mqtt-broker'
import type { Tables } from './table.ts'

/** How a thing is attached to a principal. */
export type ThingPrincipalType = 'EXCLUSIVE_THING' | 'NON_EXCLUSIVE_THING'

export interface AttachedThing {
  readonly thingName: string
  readonly type: ThingPrincipalType
}

/**
 * Who belongs to whom, by ARN and by name, in the order they were attached. The tables are its data: values are replaced, never changed.
 */
export class Attachments {
  /** Names of policies by the ARN of a certificate or thing group. */
  readonly policies: Table<readonly string[]>
  /** Things by the ARN of a certificate. */
  readonly things: Table<readonly AttachedThing[]>
  /** ARNs of certificates by thing: `things` the other way round. */
  readonly principals: Table<readonly string[]>
  /** Names of thing groups by thing. */
  readonly groups: Table<readonly string[]>

  constructor(tables: Tables) {
    this.policies = tables.table('attachedPolicies')
    this.things = tables.table('attachedThings')
    this.principals = tables.table('attachedPrincipals')
    this.groups = tables.table('groupsOfThings')
  }

  attachPolicy(policyName: string, target: string): void {
    add(this.policies, target, policyName)
  }

  detachPolicy(policyName: string, target: string): boolean {
    return remove(this.policies, target, policyName)
  }

  policiesOf(target: string): readonly string[] {
    return this.policies.get(target) ?? []
  }

  targetsOf(policyName: string): readonly string[] {
    return keysWith(this.policies, policyName)
  }

  attachThing(thingName: string, principal: string, type: ThingPrincipalType): void {
    const others = this.#thingsBeside(thingName, principal)
    this.things.set(principal, [...others, { thingName, type }])
    add(this.principals, thingName, principal)
  }

  detachThing(thingName: string, principal: string): boolean {
    const others = this.#thingsBeside(thingName, principal)
    if (others.length === 0) this.things.delete(principal)
    else this.things.set(principal, others)
    return remove(this.principals, thingName, principal)
  }

  thingsOf(principal: string): ReadonlyMap<string, ThingPrincipalType> {
    return new Map((this.things.get(principal) ?? []).map(({ thingName, type }) => [thingName, type]))
  }

  #thingsBeside(thingName: string, principal: string): readonly AttachedThing[] {
    return (this.things.get(principal) ?? []).filter((attached) => attached.thingName !== thingName)
  }

  principalsOf(thingName: string): readonly string[] {
    return this.principals.get(thingName) ?? []
  }

  addToGroup(thingName: string, groupName: string): void {
    add(this.groups, thingName, groupName)
  }

  removeFromGroup(thingName: string, groupName: string): boolean {
    return remove(this.groups, thingName, groupName)
  }

  groupsOf(thingName: string): readonly string[] {
    return this.groups.get(thingName) ?? []
  }

  thingsIn(groupName: string): readonly string[] {
    return keysWith(this.groups, groupName)
  }
}

function add(lists: Table<readonly string[]>, key: string, entry: string): void {
  const list = lists.get(key) ?? []
  if (!list.includes(entry)) lists.set(key, [...list, entry])
}

function remove(lists: Table<readonly string[]>, key: string, entry: string): boolean {
  const list = lists.get(key) ?? []
  if (!list.includes(entry)) return false
  if (list.length === 1) lists.delete(key)
  else lists.set(key, list.filter((other) => other !== entry))
  return true
}

const keysWith = (lists: Table<readonly string[]>, entry: string): string[] =>
  [...lists.entries()].filter(([, list]) => list.includes(entry)).map(([key]) => key)
