import { operation } from '../operation.ts'
import { checkTaggable } from './find-taggable.ts'

// Keys that are not there are no error.
export const untagResource = operation('UntagResource', ({ resourceArn, tagKeys }, { state }) => {
  checkTaggable(state, resourceArn)
  const left = (state.tags.get(resourceArn) ?? []).filter(({ Key }) => !tagKeys.includes(Key))
  if (left.length === 0) state.tags.delete(resourceArn)
  else state.tags.set(resourceArn, left)
  return {}
})
