import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { findAuditFinding } from './find-audit-finding.ts'

const PAGE_SIZE = 25

export const listRelatedResourcesForAuditFinding =
  operation('ListRelatedResourcesForAuditFinding', ({ findingId, maxResults = PAGE_SIZE, nextToken }, { state }) => {
    const { related = [] } = findAuditFinding(state, findingId)
    const numbered = related.map((resource, index) => ({ resource, key: String(index).padStart(6, '0') }))
    const { items, nextToken: next } = page(numbered, ({ key }) => key, nextToken, maxResults)
    return { relatedResources: items.map(({ resource }) => resource), nextToken: next }
  })
