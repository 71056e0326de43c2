import type { HotStore } from '@keg/store'
import type { SQSRecord } from 'aws-lambda'
import { quarantine, type RuleMessage } from './ingest-pour.ts'
import { readFailedMessage } from './rule-message.ts'

/** Books what came to a quarantine queue after all, where it is a message of the rule; else keeps it in quarantine. Answers what became of it. */
export async function settleFailed({ body, attributes }: SQSRecord, rule: string, store: HotStore, book: (message: RuleMessage) => Promise<object>): Promise<object> {
  const sentAtMs = Number(attributes.SentTimestamp)
  const message = readFailedMessage(body, sentAtMs)
  if (message) return book(message)
  return quarantine({ topic: 'unknown', payload: Buffer.from(body).toString('base64'), receivedAtMs: sentAtMs }, `not a message of the ${rule} rule`, store)
}
