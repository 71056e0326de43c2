import { alert, pour, telemetry } from '@keg/message-schemas/keg'
import type { BrokerEvent, BrokerLog } from '@keg/mqtt-broker'
import type { Residency } from '../residency/residency.ts'
import type { Log } from './site-log.ts'

export interface BrokerLinesParts {
  readonly siteId: string
  /** Whether a keg is one of this gateway's. */
  readonly knows: (kegId: string) => boolean
  /** What may not leave the site; absent = lines are told as the broker wrote them. */
  readonly residency: Residency | undefined
  readonly log: Log
}

/** Their words are the broker's own, beside the client's id. */
const OWN_WORDS: ReadonlySet<BrokerEvent['event']> = new Set(['message-dropped', 'quota-exceeded'])

/**
 * Tells what the broker has to say of kegs and strangers, of each keg a line a second of a kind, and of all strangers together. Where a
 * site has a residency, ids and topics that are not the gateway's own are masked, for they may hold what stays: then a line is written of
 * what the broker knows, and not of what the client said.
 */
export function brokerLines({ siteId, knows, residency, log }: BrokerLinesParts): BrokerLog {
  const isOwnTopic = (topic: string) => {
    const place = [pour, telemetry, alert].map((kind) => kind.topic.parse(topic)).find((parsed) => parsed !== undefined)
    return place !== undefined && place.siteId === siteId && knows(place.kegId) && residency?.mayLeave(topic) !== false
  }
  const masked = ({ event, clientId, topic, reason, message }: BrokerEvent): string => {
    const isKnown = clientId !== undefined && knows(clientId)
    if (isKnown && topic === undefined && OWN_WORDS.has(event)) return message
    const who = isKnown ? clientId : '(a client that is not told)'
    const where = topic === undefined ? '' : ` on ${isOwnTopic(topic) ? topic : '(a topic that is not told)'}`
    return `${event}: ${who}${where}${reason === undefined ? '' : `, ${reason}`}`
  }
  return (entry) => {
    if (entry.level === 'info') return
    const { event, clientId } = entry
    // Who is refused may have come under any name.
    const whose = event !== 'connect-refused' && clientId !== undefined && knows(clientId) ? clientId : ''
    log(residency === undefined ? entry.message : masked(entry), `${event} ${whose}`)
  }
}
