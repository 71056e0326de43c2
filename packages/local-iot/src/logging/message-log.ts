import type { BrokerEvent, BrokerLog, Message, MessageSource, Routing } from '@keg/mqtt-broker'

type HandOn = (message: Message, source: MessageSource) => Routing | undefined

const SUBSCRIBED = '$aws/events/subscriptions/subscribed/'

/**
 * Logs each message that comes in, and each subscription, before it is handed on; the message gets the trace id that its rules will have.
 */
export function loggingMessages(handOn: HandOn, newId: () => string, log: BrokerLog): HandOn {
  return (message, source) => {
    const traced = { ...source, traceId: source.traceId ?? newId() }
    for (const event of eventsOf(message, traced)) log(event)
    return handOn(message, traced)
  }
}

/** What AWS sends by itself is no message that came in, but one of those tells of subscriptions. */
function eventsOf(message: Message, { clientId, principal, sourceIp, traceId }: MessageSource): BrokerEvent[] {
  const { topic } = message
  if (topic.startsWith(SUBSCRIBED)) return subscriptionsOf(message, traceId)
  if (clientId === undefined && topic.startsWith('$aws/')) return []
  const from = clientId === undefined ? '' : ` from ${clientId}`
  return [
    { level: 'info', event: 'published', topic, clientId, principal, sourceIp, traceId, message: `A message${from} came in on ${topic}.` },
  ]
}

function subscriptionsOf({ payload }: Message, traceId: string | undefined): BrokerEvent[] {
  // A life-cycle event, made in `life-cycle.ts`.
  const told = JSON.parse(new TextDecoder().decode(payload)) as { clientId: string; principalIdentifier: string; topics: string[] }
  const { clientId, principalIdentifier: principal, topics } = told
  return topics.map((topic) => ({
    level: 'info', event: 'subscribed', topic, clientId, principal, traceId, message: `${clientId} subscribed to ${topic}.`,
  }))
}
