import type { HotStore } from '@keg/store'
import { quarantine, type RuleMessage } from './ingest-pour.ts'
import { readActionFailure, readFailedMessage, readInvocationFailure } from './rule-message.ts'
import { keepForeign, takeMessage, type Take, type Taken } from './take-message.ts'

/** Whose messages come to a quarantine queue. */
export interface FailedFlow {
  readonly store: HotStore
  /** What names of rules begin with, as `keg_dev_`. */
  readonly rulePrefix: string
  /** The flow behind the queue; absent = several are, which their messages tell. */
  readonly flow?: string
  /** Does a message of the flow after all; absent = it is kept. */
  readonly take?: Take
}

const UNKNOWN = 'unknown'

/**
 * How often a message is tried from its quarantine queue: what has failed so often fails each time, and would be gone once the queue lets
 * go of it.
 */
const TRIES = 5

/**
 * Settles what came to a quarantine queue: does it after all where the flow can, else keeps it in quarantine with the flow that failed with
 * it. `received` is how often the queue has delivered it: rejects where the flow fails with it the first few times, and keeps it after
 * that.
 */
export async function settleFailed(
  body: string, sentAtMs: number, { store, rulePrefix, flow, take }: FailedFlow, received = 1,
): Promise<Taken> {
  const message = readFailedMessage(body, sentAtMs)
  const failure = readActionFailure(body)
  const ofRule = failure?.ruleName?.startsWith(rulePrefix) === true ? failure.ruleName.slice(rulePrefix.length) : failure?.ruleName
  const failed = flow ?? message?.flow ?? ofRule ?? UNKNOWN
  if (message === undefined) return { done: false, told: await keepForeign(body, sentAtMs, failed, store) }
  if (take !== undefined) return takeAfterAll({ ...message, flow: failed }, take, store, received)
  const last = readInvocationFailure(body)
  const reason = failure?.reason ?? `the handler of ${failed} failed with it each time${last === undefined ? '' : `: ${last}`}`
  return { done: false, told: await quarantine({ ...message, flow: failed }, reason, store) }
}

async function takeAfterAll(message: RuleMessage, take: Take, store: HotStore, received: number): Promise<Taken> {
  try {
    const { done, told } = await takeMessage(message, take, store)
    return { done, told: { done, ...told } }
  } catch (error) {
    if (received < TRIES) throw error
    const why = error instanceof Error ? error.message : String(error)
    return {
      done: false,
      told: await quarantine(message, `the handler of ${message.flow ?? UNKNOWN} failed with it ${received} times more: ${why}`, store),
    }
  }
}
