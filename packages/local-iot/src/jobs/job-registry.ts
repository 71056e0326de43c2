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

/** What a job is for. */
export type Target = { readonly thingName: string; readonly groupName?: undefined } | { readonly groupName: string; readonly thingName?: undefined }

/** Reads the ARN of a thing or thing group that is here. Throws JobError. */
export function findTarget(registry: JobRegistry, arn: string): Target {
  const thingName = after(registry.arn('thing/'), arn)
  const groupName = after(registry.arn('thinggroup/'), arn)
  if (thingName !== undefined) {
    if (!registry.hasThing(thingName)) throw noSuch(`Thing ${thingName} cannot be found.`)
    return { thingName }
  }
  if (groupName === undefined) throw invalidJob(`A target must be the ARN of a thing or thing group of this account and region, not ${JSON.stringify(arn)}.`)
  if (!registry.hasGroup(groupName)) throw noSuch(`Thing group ${groupName} does not exist.`)
  return { groupName }
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
  const arns = [`thing/${thingName}`, ...registry.groupsOf(thingName).map((groupName) => `thinggroup/${groupName}`)].map((resource) => registry.arn(resource))
  return arns.some((arn) => targets.includes(arn))
}

const after = (prefix: string, text: string): string | undefined => (text.startsWith(prefix) ? text.slice(prefix.length) : undefined)
