import { invalidJob, noSuch } from './job-error.ts'
import type { Job } from './job.ts'

/** What jobs ask the account's registry. */
export interface JobRegistry {
  hasThing(thingName: string): boolean
  hasGroup(groupName: string): boolean
  /** The things in a group and in those below it. */
  thingsIn(groupName: string): readonly string[]
  /** The groups that a thing is in, and those above them. */
  groupsOf(thingName: string): readonly string[]
  /** `arn('thing/keg-1')` = `arn:aws:iot:us-east-1:123456789012:thing/keg-1` */
  arn(resource: string): string
}

/** Throws JobError for what is no ARN of a thing or thing group that is here. */
export function checkTarget(registry: JobRegistry, arn: string): void {
  const thingName = after(registry.arn('thing/'), arn)
  const groupName = after(registry.arn('thinggroup/'), arn)
  if (thingName === undefined && groupName === undefined) {
    throw invalidJob(`A target must be the ARN of a thing or thing group of this account and region, not ${JSON.stringify(arn)}.`)
  }
  if (thingName !== undefined && !registry.hasThing(thingName)) throw noSuch(`Thing ${thingName} cannot be found.`)
  if (groupName !== undefined && !registry.hasGroup(groupName)) throw noSuch(`Thing group ${groupName} does not exist.`)
}

/** The things that targets stand for now, each once. */
export function thingsOf(registry: JobRegistry, targets: readonly string[]): readonly string[] {
  const things = targets.flatMap((arn) => {
    const thingName = after(registry.arn('thing/'), arn)
    return thingName === undefined ? registry.thingsIn(after(registry.arn('thinggroup/'), arn) ?? '') : [thingName]
  })
  return [...new Set(things)].filter((thingName) => registry.hasThing(thingName))
}

/** Whether a thing is among the targets of a job now. */
export function isTarget(registry: JobRegistry, { targets }: Pick<Job, 'targets'>, thingName: string): boolean {
  if (!registry.hasThing(thingName)) return false
  const resources = [`thing/${thingName}`, ...registry.groupsOf(thingName).map((groupName) => `thinggroup/${groupName}`)]
  return resources.some((resource) => targets.includes(registry.arn(resource)))
}

const after = (prefix: string, text: string): string | undefined => (text.startsWith(prefix) ? text.slice(prefix.length) : undefined)
