import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { checkTaggable } from './find-taggable.ts'

/** All that a resource can have: AWS lets nobody choose the size of a page. */
const PAGE_SIZE = 50

export const listTagsForResource = operation('ListTagsForResource', ({ resourceArn, nextToken }, { state }) => {
  checkTaggable(state, resourceArn)
  const { items, nextToken: next } = page(state.tags.get(resourceArn) ?? [], ({ Key }) => Key, nextToken, PAGE_SIZE)
  return { tags: items, nextToken: next }
})
