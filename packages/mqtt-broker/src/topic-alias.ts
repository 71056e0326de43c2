import type { IPublishPacket } from 'mqtt-packet'
import { MAX_TOPIC_ALIASES } from './limits.ts'
import { ClientFault, ReasonCode } from './reason-code.ts'

/** The topic aliases one connection has set. */
export class TopicAliases {
  readonly #topics = new Map<number, string>()

  /** The topic a PUBLISH means; sets or follows its alias. */
  resolve({ topic, properties }: IPublishPacket): string {
    const alias = properties?.topicAlias
    if (alias === undefined) return topic
    if (alias < 1 || alias > MAX_TOPIC_ALIASES) {
      throw new ClientFault(ReasonCode.topicAliasInvalid, `Topic alias ${alias} is not in 1..${MAX_TOPIC_ALIASES}.`)
    }
    if (topic !== '') {
      this.#topics.set(alias, topic)
      return topic
    }
    const known = this.#topics.get(alias)
    if (known === undefined) throw new ClientFault(ReasonCode.protocolError, `Topic alias ${alias} was never set.`)
    return known
  }
}
