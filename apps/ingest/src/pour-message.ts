import type { pourFlow } from '@keg/flows'
import type { RuleOutput } from '@keg/rule-dsl'
import * as z from 'zod'
import type { PourMessage } from './ingest-pour.ts'

/** What the pour rule selects: the body of a message in the pours queue. The rule's own type holds this to the rule. */
const ruleOutput = z.object({
  payload: z.base64(),
  topic: z.string(),
  clientId: z.string(),
  receivedAtMs: z.int(),
}) satisfies z.ZodType<RuleOutput<typeof pourFlow.rule>>

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

/** The pour in a queued body. Throws where the body is not what the rule selects. */
export const readPourMessage = (body: string): PourMessage => ruleOutput.parse(JSON.parse(body))

/**
 * The pour in a body of the quarantine queue, whichever way it came: given up by the pours queue, or sent there by the
 * rule's error action. `undefined` for a body of neither kind.
 */
export function readFailedPour(body: string, sentAtMs: number): PourMessage | undefined {
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
