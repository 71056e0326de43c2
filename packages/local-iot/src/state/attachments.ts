/** How a thing is attached to a principal. */
export type ThingPrincipalType = 'EXCLUSIVE_THING' | 'NON_EXCLUSIVE_THING'

/** Which policies and things belong to which principal, by its ARN; in the order they were attached. */
export class Attachments {
  readonly #policies = new Map<string, Set<string>>()
  readonly #things = new Map<string, Map<string, ThingPrincipalType>>()

  attachPolicy(policyName: string, target: string): void {
    this.#policies.set(target, (this.#policies.get(target) ?? new Set()).add(policyName))
  }

  detachPolicy(policyName: string, target: string): boolean {
    return this.#policies.get(target)?.delete(policyName) ?? false
  }

  policiesOf(target: string): readonly string[] {
    return [...(this.#policies.get(target) ?? [])]
  }

  hasTargets(policyName: string): boolean {
    return [...this.#policies.values()].some((names) => names.has(policyName))
  }

  attachThing(thingName: string, principal: string, type: ThingPrincipalType): void {
    this.#things.set(principal, (this.#things.get(principal) ?? new Map<string, ThingPrincipalType>()).set(thingName, type))
  }

  detachThing(thingName: string, principal: string): boolean {
    return this.#things.get(principal)?.delete(thingName) ?? false
  }

  thingsOf(principal: string): ReadonlyMap<string, ThingPrincipalType> {
    return this.#things.get(principal) ?? new Map<string, ThingPrincipalType>()
  }

  principalsOf(thingName: string): readonly string[] {
    return [...this.#things].filter(([, things]) => things.has(thingName)).map(([principal]) => principal)
  }
}
