import type { LogEvent } from '../log-group.ts'
import type { GetLogEventsRequest, GetLogEventsResponse } from '../model.generated.ts'
import { invalid, notFound } from '../refusal.ts'
import { namedGroup } from './named-group.ts'
import { operation } from './operation.ts'

/** @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html */
const READ_MAX = 10_000

export const getLogEvents = operation('GetLogEvents', (input, { groups }) => {
  const { logStreamName: stream, startTime = -Infinity, endTime = Infinity } = input
  const { name: group } = groups.group(namedGroup(input))
  if (!groups.hasStream(group, stream)) throw notFound('log stream')
  return read(groups.events(group, stream).filter(({ timestamp }) => timestamp >= startTime && timestamp < endTime), input)
})

/** One page: from the end unless `startFromHead`, or after or before the line that a token names. */
function read(
  events: readonly LogEvent[], { limit: max = READ_MAX, nextToken: token, startFromHead: fromHead = false }: GetLogEventsRequest,
): GetLogEventsResponse {
  if (token !== undefined && !/^[fb]\/\d{56}$/.test(token)) throw invalid('The specified nextToken is invalid.')
  const [from, end] = pageBounds(events, { max, token, fromHead })
  const found = events.slice(from, end)
  const [first, last] = [found[0]?.id, found.at(-1)?.id]
  // At either end a client gets the token that it came with.
  const here = token?.slice(2) ?? events.at(-1)?.id ?? '0'.padStart(56, '0')
  return {
    events: found.map(({ timestamp, message, ingestionTime }) => ({ timestamp, message, ingestionTime })),
    nextForwardToken: `f/${last ?? here}`, nextBackwardToken: `b/${first ?? here}`,
  }
}

interface Page {
  readonly max: number
  readonly token: string | undefined
  readonly fromHead: boolean
}

function pageBounds(events: readonly LogEvent[], { max, token, fromHead }: Page): [from: number, end: number] {
  if (token === undefined) return fromHead ? [0, max] : [Math.max(0, events.length - max), events.length]
  const id = token.slice(2)
  const index = events.findIndex((event) => event.id === id)
  // The line may be gone: those after it are told by their ids.
  const at = index >= 0 ? index : events.filter((event) => event.id < id).length
  if (!token.startsWith('f')) return [Math.max(0, at - max), at]
  const from = index >= 0 ? at + 1 : at
  return [from, from + max]
}
