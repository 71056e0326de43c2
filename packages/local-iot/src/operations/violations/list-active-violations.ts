import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { isAskedFor } from './violation-filter.ts'

const PAGE_SIZE = 25

export const listActiveViolations = operation('ListActiveViolations', ({ maxResults = PAGE_SIZE, nextToken, ...filter }, { state }) => {
  const listed = [...state.violations.values()].filter((violation) => isAskedFor(filter, violation))
  const { items, nextToken: next } = page(listed, ({ violationId }) => violationId, nextToken, maxResults)
  const activeViolations = items.map(({ lastValue, lastAtMs, startedAtMs, ...violation }) => ({
    ...violation, lastViolationValue: lastValue, lastViolationTime: new Date(lastAtMs), violationStartTime: new Date(startedAtMs),
  }))
  return { activeViolations, nextToken: next }
})
