import type { HotStore } from '@keg/store'
import { quarantine } from './ingest-pour.ts'
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

/** Settles what came to a quarantine queue: does it after all where the flow can, else keeps it in quarantine with the flow that failed with it. */
export async function settleFailed(body: string, sentAtMs: number, { store, rulePrefix, flow, take }: FailedFlow): Promise<Taken> {
  const message = readFailedMessage(body, sentAtMs)
  const failure = readActionFailure(body)
  const ofRule = failure?.ruleName?.startsWith(rulePrefix) === true ? failure.ruleName.slice(rulePrefix.length) : failure?.ruleName
  const failed = flow ?? message?.flow ?? ofRule ?? UNKNOWN
  if (message === undefined) return { done: false, told: await keepForeign(body, sentAtMs, failed, store) }
  if (take !== undefined) {
    const { done, told } = await takeMessage({ ...message, flow: failed }, take, store)
    return { done, told: { done, ...told } }
  }
  const last = readInvocationFailure(body)
  const reason = failure?.reason ?? `the handler of ${failed} failed with it each time${last === undefined ? '' : `: ${last}`}`
  return { done: false, told: await quarantine({ ...message, flow: failed }, reason, store) }
}
