import type { IotState } from '../../state/iot-state.ts'
import type { Tag } from '../../model/model.generated.ts'
import { invalidRequest, limitExceeded } from '../../errors/service-exception.ts'

/** The most tags of one resource (tagging-iot.html#tag-restrictions). */
const MAX_TAGS = 50

/**
 * The tags after these have been added or have replaced others of their keys. Throws where there would be too many, or one of AWS's own.
 */
export function mergeTags(current: readonly Tag[], given: readonly Tag[]): readonly Tag[] {
  const keys = new Set(given.map(({ Key }) => Key))
  if (keys.size < given.length) throw invalidRequest('Duplicate tag keys found. Please note that Tag keys are case insensitive.')
  const reserved = given.find(({ Key }) => /^aws:/i.test(Key))
  if (reserved !== undefined) throw invalidRequest(`aws: prefixed tag key names are not allowed for external use: ${reserved.Key}`)
  const tags = [...current.filter(({ Key }) => !keys.has(Key)), ...given]
  if (tags.length > MAX_TAGS) throw limitExceeded(`A resource can have at most ${MAX_TAGS} tags`)
  return tags
}

/** Keeps the tags that a resource is created with. Throws before the resource is there, so that a bad tag creates nothing. */
export function tagCreated({ tags }: IotState, resourceArn: string, given: readonly Tag[] | undefined): void {
  if (given !== undefined && given.length > 0) tags.set(resourceArn, mergeTags([], given))
}
