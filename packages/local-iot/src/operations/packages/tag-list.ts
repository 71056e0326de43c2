import type { Tag } from '../../model/model.generated.ts'

/** Tags of the software catalogue are a map; they are kept as all others. */
export const tagList = (tags: Readonly<Record<string, string>> | undefined): Tag[] | undefined =>
  tags && Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
