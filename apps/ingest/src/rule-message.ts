import type { batchFlow, pourFlow } from '@keg/flows'
import type { RuleOutput } from '@keg/rule-dsl'
import * as z from 'zod'
import type { RuleMessage } from './ingest-pour.ts'

/** What the rules of pours and batches select: the body of a message in their queues. The rules' own types hold this to them. */
const ruleOutput = z.object({
  payload: z.base64(),
  topic: z.string(),
  clientId: z.string(),
  receivedAtMs: z.int(),
}) satisfies z.ZodType<RuleOutput<typeof pourFlow.rule> & RuleOutput<typeof batchFlow.rule>>

/**
 * What a rule's error action gets when an action failed for good.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html
 */
const actionFailure = z.object({
  topic: z.string(),
  clientId: z.string().optional(),
  base64OriginalPayload: z.base64(),
})

/** The message in a queued body. Throws where the body is not what the rule selects. */
export const readRuleMessage = (body: string): RuleMessage => ruleOutput.parse(JSON.parse(body))

/**
 * The message in a body of a quarantine queue, whichever way it came: given up by its queue, or sent there by the
 * rule's error action. `undefined` for a body of neither kind.
 */
export function readFailedMessage(body: string, sentAtMs: number): RuleMessage | undefined {
  const json = parse(body)
  const queued = ruleOutput.safeParse(json)
  if (queued.success) return queued.data
  const failed = actionFailure.safeParse(json)
  if (!failed.success) return undefined
  const { topic, clientId, base64OriginalPayload } = failed.data
  return { topic, clientId, payload: base64OriginalPayload, receivedAtMs: sentAtMs }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
