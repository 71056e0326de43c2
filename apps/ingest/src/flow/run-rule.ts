import type { HotStore } from '@keg/store'
import { OnwardRefused, type Onward } from './ingest-batch.ts'
import { quarantine } from './ingest-pour.ts'
import type { Take } from './take-message.ts'

/**
 * Replays a message of a flow that has a rule alone: hands it to that rule again, by Basic Ingest, where the rule's `topic()` is the one
 * that it came on. Where an action fails again, the rule's error action brings it back to its entry.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-basic-ingest.html
 */
export const runRule = (
  { store, rulePrefix, onward }: { readonly store: HotStore; readonly rulePrefix: string; readonly onward: Onward },
): Take => async (message) => {
  if (message.replay === undefined) return { done: false, told: await quarantine(message, 'not a replay', store) }
  try {
    await onward(`$aws/rules/${rulePrefix}${message.flow}/${message.topic}`, Buffer.from(message.payload, 'base64'))
    return { done: true }
  } catch (error) {
    if (!(error instanceof OnwardRefused)) throw error
    return { done: false, told: await quarantine(message, error.message, store) }
  }
}
