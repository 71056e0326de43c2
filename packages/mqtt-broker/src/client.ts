import type { Authorization, ConnectAnswer } from './hooks.ts'
import type { MessageSource } from './message.ts'
import type { Session } from './session.ts'
import type { Will } from './will.ts'

/** A connection whose CONNECT was accepted. */
export interface Client {
  readonly clientId: string
  readonly protocolVersion: 4 | 5
  readonly authorization: Authorization
  readonly thing: (ConnectAnswer & { accepted: true })['thing']
  readonly session: Session
  readonly source: MessageSource
  readonly will: Will | undefined
  readonly receiveMaximum: number
  readonly reasonStrings: boolean
}
