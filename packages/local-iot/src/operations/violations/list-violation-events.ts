import { invalidRequest } from '../../errors/service-exception.ts'
import { operation } from '../operation.ts'
import { page } from '../page.ts'
import { verificationOf } from './put-verification-state-on-violation.ts'
import { isAskedFor } from './violation-filter.ts'

const PAGE_SIZE = 25

export const listViolationEvents =
  operation('ListViolationEvents', ({ startTime, endTime, maxResults = PAGE_SIZE, nextToken, ...filter }, { state }) => {
    if (startTime > endTime) throw invalidRequest('startTime must not be after endTime.')
    const all = [...state.violationEvents.entries()].map(([key, event]) => ({
      key, event, verified: verificationOf(state, event.violationId),
    }))
    const listed = all.filter(({ event, verified }) =>
      isAskedFor(filter, { ...event, ...verified }) && event.atMs >= startTime.getTime() && event.atMs <= endTime.getTime())
    const { items, nextToken: next } = page(listed, ({ key }) => key, nextToken, maxResults, true)
    const violationEvents = items.map(({ event: { value, type, atMs, ...violation }, verified }) => ({
      ...violation, ...verified, metricValue: value, violationEventType: type, violationEventTime: new Date(atMs),
    }))
    return { violationEvents, nextToken: next }
  })
