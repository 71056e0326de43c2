import { isRecord } from '@keg/aws-service'
import type { EventBus } from './event-bus.ts'
import { busNameOf, DEFAULT_BUS } from './event-rule.ts'
import type { PutEventsRequestEntry, PutEventsResultEntry } from './model.generated.ts'

/** Puts an event on its bus. An entry that is wrong is no error of the call. */
export function putEntry(entry: PutEventsRequestEntry, eventBus: EventBus): PutEventsResultEntry {
  const { Source = '', DetailType = '', Detail = '', Resources = [], Time, EventBusName = DEFAULT_BUS } = entry
  const missing = Object.entries({ Source, DetailType, Detail }).find(([, value]) => value === '')?.[0]
  if (missing !== undefined)
    return refused('InvalidArgument', `Parameter ${missing} is not valid. Reason: ${missing} is a required argument.`)
  if (Source.startsWith('aws.')) return refused('NotAuthorizedForSourceException', 'Not authorized for the source.')
  const detail = parsedDetail(Detail)
  if (detail === undefined) return refused('MalformedDetail', 'Detail is malformed.')
  const busName = busNameOf(EventBusName)
  if (!eventBus.rules.hasBus(busName)) return refused('ResourceNotFoundException', `Event bus ${busName} does not exist.`)
  const event = eventBus.event(Source, DetailType, detail, {
    resources: Resources, ...(Time === undefined ? {} : { atMs: Math.round(Time * 1000) }),
  })
  eventBus.send(busName, event)
  return { EventId: event.id }
}

const refused = (ErrorCode: string, ErrorMessage: string): PutEventsResultEntry => ({ ErrorCode, ErrorMessage })

/** The detail has to be an object. */
function parsedDetail(text: string): object | undefined {
  try {
    const detail: unknown = JSON.parse(text)
    return isRecord(detail) ? detail : undefined
  } catch {
    return undefined
  }
}
