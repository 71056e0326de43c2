import { pour } from '@keg/message-schemas/keg'
import { matchesTopicFilter, parseTopicFilter } from '@keg/mqtt-topics'
import * as z from 'zod'

const filter = z.string().refine((text) => {
  try {
    return parseTopicFilter(text).filter === text
  } catch {
    return false
  }
}, 'expected a topic filter')

/**
 * Holds back from the cloud what may not leave the site: fields that schemas mark, what schemas do not know, and whatever is published on
 * the `topics`. Absent = all leaves. What stays is kept in `dataDir` up to `maxBytes`, by default 16 MiB.
 */
export const residencyConfig = z.strictObject({
  topics: z.array(filter).default([]), maxBytes: z.int().min(65_536).default(16 * 1_048_576),
})

/** Why these filters can't be: the first that would hold back pours, which the ledger needs. */
export function residencyProblem(topics: readonly string[], siteId: string, kegIds: readonly string[]): string | undefined {
  const wrong = topics.find((each) => kegIds.some((kegId) => matchesTopicFilter(each, pour.topic.format({ siteId, kegId }))))
  return wrong === undefined
    ? undefined
    : `${wrong} matches pours: they go to the ledger. Mark their fields in the schema instead, by stays().`
}
