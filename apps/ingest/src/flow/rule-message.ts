import type { batchFlow, pourFlow } from '@keg/flows'
import type { RuleOutput } from '@keg/rule-dsl'
import type { ReplayMessage } from '@keg/store'
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
 * The same as a replay puts it into the queue: with the entry that it is of. A rule selects none of these, so that no device can claim to
 * be one.
 */
const queuedMessage = ruleOutput.extend({
  clientId: z.string().optional(),
  flow: z.string().optional(),
  batchTopic: z.string().optional(),
  replay: z.object(
    { quarantineId: z.string(), failures: z.int(), replayedAtMs: z.int() } satisfies Record<keyof ReplayMessage['replay'], z.ZodType>,
  ).optional(),
} satisfies Partial<Record<keyof ReplayMessage, z.ZodType>>)

/**
 * What a rule's error action gets when an action failed for good.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/rule-error-handling.html
 */
const actionFailure = z.object({
  topic: z.string(),
  clientId: z.string().optional(),
  base64OriginalPayload: z.base64(),
  ruleName: z.string().optional(),
  failures: z.array(z.object({ failedAction: z.string(), errorMessage: z.string() })).default([]),
})

/**
 * What Lambda says of an asynchronous invocation that it gave up: with what, and what the function failed with at last.
 *
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
const failedInvocation = z.object({
  requestContext: z.object({ condition: z.string() }),
  requestPayload: z.unknown(),
  responsePayload: z.object({ errorMessage: z.string().optional() }).nullish(),
})

/** A topic of Basic Ingest, whose first levels name the rule: `topic()` is the rest. */
const BASIC_INGEST = /^\$aws\/rules\/[^/]+\//

/** The message in a queued body. Throws where the body is not what the rule selects. */
export const readRuleMessage = (body: string): RuleMessage => queuedMessage.parse(JSON.parse(body))

/**
 * The message in a body of a quarantine queue, whichever way it came: given up by its queue, by Lambda, or sent there by the
 * rule's error action. `undefined` for a body of no such kind.
 */
export function readFailedMessage(body: string, sentAtMs: number): RuleMessage | undefined {
  const json = parse(body)
  const invocation = failedInvocation.safeParse(json)
  return readFailed(invocation.success ? invocation.data.requestPayload : json, sentAtMs)
}

function readFailed(json: unknown, sentAtMs: number): RuleMessage | undefined {
  const queued = queuedMessage.safeParse(json)
  if (queued.success) return queued.data
  const failed = actionFailure.safeParse(json)
  if (!failed.success) return undefined
  const { topic, clientId, base64OriginalPayload } = failed.data
  return { topic: topic.replace(BASIC_INGEST, ''), clientId, payload: base64OriginalPayload, receivedAtMs: sentAtMs }
}

/** Which rule's action failed and with what, where the body is what an error action sent; `undefined` where it is not. */
export function readActionFailure(body: string): { readonly ruleName: string | undefined; readonly reason: string } | undefined {
  const failed = actionFailure.safeParse(parse(body))
  if (!failed.success) return undefined
  const { ruleName, failures } = failed.data
  return {
    ruleName,
    reason: failures.map(({ failedAction, errorMessage }) => `${failedAction} failed: ${errorMessage}`).join('; ')
      || 'an action of the rule failed',
  }
}

/**
 * What a function failed with at last, where the body is what Lambda sent of it; `undefined` where it is not, or the function has said
 * nothing.
 */
export function readInvocationFailure(body: string): string | undefined {
  const invocation = failedInvocation.safeParse(parse(body))
  return invocation.success ? invocation.data.responsePayload?.errorMessage : undefined
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
