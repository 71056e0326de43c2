import type { IPublishPacket } from 'mqtt-packet'
import { ClientFault, ReasonCode } from './reason-code.ts'

/** The topic aliases one connection has set. */
export class TopicAliases {
  readonly #max: number
  readonly #topics = new Map<number, string>()

  constructor(max: number) {
    this.#max = max
  }

  /** The topic a PUBLISH means; sets or follows its alias. */
  resolve({ topic, properties }: IPublishPacket): string {
    const alias = properties?.topicAlias
    if (alias === undefined) return topic
    if (alias < 1 || alias > this.#max) {
      throw new ClientFault(ReasonCode.topicAliasInvalid, `Topic alias ${alias} is not in 1..${this.#max}.`)
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
