import { Logger } from '@aws-lambda-powertools/logger'
import type { HotStore } from '@keg/store'
import { nowMs } from './adapters/clock.ts'
import { variable } from '@keg/store/variable'
import { takeQueued, type Take } from './flow/take-message.ts'

/** The Lambda handler of a flow whose rule invokes it. */
export type InvokedHandler = (event: unknown) => Promise<void>

/**
 * The handler of a flow, named by `FLOW`, that gets its messages one by one: what it can not do is in quarantine, what fails Lambda tries
 * again, and gives up then.
 */
export function invokedHandler(
  { serviceName, store, take }: { readonly serviceName: string; readonly store: HotStore; readonly take: Take },
): InvokedHandler {
  const logger = new Logger({ serviceName })
  const flow = variable('FLOW')
  return async (event) => {
    const { told } = await takeQueued(JSON.stringify(event), nowMs(), { flow, take, store })
    if (told !== undefined) logger.warn('message settled', { ...told })
  }
}
