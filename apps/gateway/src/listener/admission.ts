import { alert, command, pour, reply, telemetry } from '@keg/message-schemas/keg'
import { ReasonCode, type Authorization, type BrokerHooks, type ClientAction } from '@keg/mqtt-broker'
import { matchesTopicFilter } from '@keg/mqtt-topics'

/** What the gateway knows of the kegs of its site. */
export interface SiteKegs {
  readonly siteId: string
  /** The keg of a certificate. */
  kegOf(certificateId: string): string | undefined
}

/**
 * What AWS IoT takes in no topic, so that nothing behind such a message would go: control characters, and those that Unicode has for no
 * text.
 */
const UNFIT = /[\p{Cc}\p{Noncharacter_Code_Point}]/u

/**
 * Lets a keg in whose certificate is on the list, under its own name, to do what AWS lets it do: speak for itself, and use its own shadow.
 */
export const admission = (site: SiteKegs): NonNullable<BrokerHooks['connect']> => async ({ clientId, info: { certificateId } }) => {
  const refuse = (reason: string) => ({ accepted: false as const, code: ReasonCode.notAuthorized, reason })
  const kegId = certificateId === undefined ? undefined : site.kegOf(certificateId)
  if (certificateId === undefined || kegId === undefined) return refuse('This gateway does not know the certificate.')
  if (clientId !== kegId) return refuse(`The certificate is that of ${kegId}, not of ${clientId}.`)
  return { accepted: true as const, authorization: rightsOf(kegId, site.siteId, certificateId) }
}

function rightsOf(kegId: string, siteId: string, principal: string): Authorization {
  const own = { siteId, kegId }
  const shadow = `$aws/things/${kegId}/shadow`
  const publishes = [pour, telemetry, alert].map(({ topic }) => topic.format(own))
  const answers = (topic: string) => {
    const to = reply.topic.parse(topic)
    return to?.siteId === siteId && to.kegId === kegId && !UNFIT.test(to.commandId)
  }
  const commands = command.topic.filter(own)
  const allowed: Readonly<Record<ClientAction, (topic: string) => boolean>> = {
    Publish: (topic) => publishes.includes(topic) || topic === `${shadow}/get` || topic === `${shadow}/update` || answers(topic),
    RetainPublish: () => false,
    Subscribe: (filter) => filter === commands || matchesTopicFilter(commands, filter) || filter.startsWith(`${shadow}/`),
    Receive: (topic) => matchesTopicFilter(commands, topic) || topic.startsWith(`${shadow}/`),
  }
  return { principal, refusal: (action, topic) => (allowed[action](topic) ? undefined : `${kegId} may not ${action} ${topic}.`) }
}
