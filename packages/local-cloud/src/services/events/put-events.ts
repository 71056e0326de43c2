import { type Input, recordsOf, ServiceException, timeMsOf } from '@keg/aws-service'
import { isRecord } from '../../assembly/template.ts'
import type { EventBus } from './event-bus.ts'
import { busNameOf, DEFAULT_BUS } from './event-rule.ts'

/** @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html */
const ENTRIES_MAX = 10

/** Puts events on their buses. Throws `ServiceException` where there are none, or too many. */
export function putEvents({ Entries: given }: Input, eventBus: EventBus): object {
  const entries = recordsOf(given)
  if (entries.length === 0 || entries.length > ENTRIES_MAX) throw new ServiceException('ValidationException', 400, `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length between 1 and ${ENTRIES_MAX}`)
  const Entries = entries.map((entry) => put(entry, eventBus))
  return { FailedEntryCount: Entries.filter((entry) => 'ErrorCode' in entry).length, Entries }
}

function put({ Source, DetailType, Detail, Resources, Time, EventBusName = DEFAULT_BUS }: Input, eventBus: EventBus): object {
  const missing = Object.entries({ Source, DetailType, Detail }).find(([, value]) => typeof value !== 'string' || value === '')?.[0]
  if (missing !== undefined) return { ErrorCode: 'InvalidArgument', ErrorMessage: `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.` }
  if (String(Source).startsWith('aws.')) return { ErrorCode: 'NotAuthorizedForSourceException', ErrorMessage: 'Not authorized for the source.' }
  const detail = parsedDetail(String(Detail))
  if (detail === undefined) return { ErrorCode: 'MalformedDetail', ErrorMessage: 'Detail is malformed.' }
  const busName = busNameOf(String(EventBusName))
  if (!eventBus.rules.hasBus(busName)) return { ErrorCode: 'ResourceNotFoundException', ErrorMessage: `Event bus ${busName} does not exist.` }
  const resources = Array.isArray(Resources) ? Resources.map(String) : []
  const atMs = timeMsOf(Time)
  const event = eventBus.event(String(Source), String(DetailType), detail, { resources, ...(atMs === undefined ? {} : { atMs }) })
  eventBus.send(busName, event)
  return { EventId: event['id'] }
}

/** The detail has to be an object. */
function parsedDetail(text: string): object | undefined {
  try {
    const detail: unknown = JSON.parse(text)
    return isRecord(detail) ? detail : undefined
  } catch {
    return undefined
  }
}
