import { operation } from '../operation.ts'
import { checkTaggable } from './find-taggable.ts'
import { mergeTags } from './tags.ts'

export const tagResource = operation('TagResource', ({ resourceArn, tags }, { state }) => {
  checkTaggable(state, resourceArn)
  state.tags.set(resourceArn, mergeTags(state.tags.get(resourceArn) ?? [], tags))
  return {}
})
