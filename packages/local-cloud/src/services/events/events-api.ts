import { type Input, jsonProtocol } from '@keg/aws-service'
import { serveCalls, type Operations } from '../aws-protocol/serve-calls.ts'
import { matchesEvent } from '../event-pattern/event-pattern.ts'
import { busOperations } from './bus-operations.ts'
import type { EventBus } from './event-bus.ts'
import { parsedPattern } from './event-rules.ts'
import { putEvents } from './put-events.ts'
import { invalid, member } from './request.ts'
import { ruleOperations } from './rule-operations.ts'

const protocols = [jsonProtocol('AWSEvents')]

/** EventBridge as SDK clients speak to it. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Operations.html */
export function eventsApi(eventBus: EventBus): (request: Request) => Promise<Response> {
  const operations: Operations = {
    PutEvents: (input) => putEvents(input, eventBus),
    TestEventPattern: testEventPattern,
    ...busOperations(eventBus.rules),
    ...ruleOperations(eventBus),
  }
  return (request) => serveCalls({ name: 'EventBridge', protocols, operations }, request)
}

/** What an event needs in order to be tested. @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_TestEventPattern.html */
const eventMembers = ['id', 'account', 'source', 'time', 'region', 'resources', 'detail-type']

function testEventPattern(input: Input): object {
  const pattern = parsedPattern(member(input, 'EventPattern'))
  const event = parsed(member(input, 'Event'))
  const missing = eventMembers.find((name) => typeof event !== 'object' || event === null || !(name in event))
  if (missing !== undefined) throw invalid(`Parameter Event is not valid. Reason: ${missing} is missing.`)
  return { Result: matchesEvent(pattern, event) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw invalid('Parameter Event is not valid. Reason: it is no JSON.')
  }
}
