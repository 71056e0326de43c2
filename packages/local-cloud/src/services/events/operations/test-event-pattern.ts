import { matchesEvent } from '../../event-pattern/event-pattern.ts'
import { parsedPattern } from '../event-rules.ts'
import { invalid } from '../refusal.ts'
import { operation } from './operation.ts'

/** What an event needs in order to be tested. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
const eventMembers = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type']

export const testEventPattern = operation('TestEventPattern', ({ EventPattern, Event }) => {
  const pattern = parsedPattern(EventPattern)
  const event = parsed(Event)
  const missing = eventMembers.find((name) => typeof event !== 'object' || event === null || !(name in event))
  if (missing !== undefined) throw invalid(`Parameter Event is not valid. Reason: ${missing} is missing.`)
  return { Result: matchesEvent(pattern, event) }
})

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('Parameter Event is not valid. Reason: it is no JSON.')
  }
}
