import { registry } from '../registry.ts'
import { alert } from './alert.ts'
import { command, reply } from './command.ts'
import { batch, batchAcks, liveRequest, reported, stateRequest } from './gateway.ts'
import { gatewayStatus } from './gateway-status.ts'
import { pour } from './pour.ts'
import { siteSummary } from './site-summary.ts'
import { state } from './state.ts'
import { summary } from './summary.ts'
import { telemetry } from './telemetry.ts'

export { alert, type Alert } from './alert.ts'
export { command, commandOrder, COMMAND_STATES, kegOrder, reply, type Command, type KegOrder, type Reply } from './command.ts'
export { epochMs, LAST_EPOCH_MS, levelName } from './envelope.ts'
export { batch, batchAcks, liveRequest, MAX_BATCHED, reported, stateRequest, type Batch, type BatchedMessage } from './gateway.ts'
export { gatewayStatus, type GatewayStatus } from './gateway-status.ts'
export { jobSucceeded, ROTATION_JOB } from './job-execution.ts'
export { firmwareVersion, jobDocument, jobSettings, type JobDocument, type JobSettings } from './job-document.ts'
export { MAX_POUR_ML, pour, type Pour } from './pour.ts'
export { presence } from './presence.ts'
export {
  INTERVAL_SEC, partialSettings, settings, settingTimes, TARGET_CELSIUS, targetCelsius, type PartialSettings, type Settings,
} from './settings.ts'
export { shadowDocuments } from './shadow-documents.ts'
export { MAX_SITE_KEGS, siteSummary, type SiteSummary } from './site-summary.ts'
export { isPending, state, type KegState } from './state.ts'
export { summary, type Summary } from './summary.ts'
export { telemetry, type Telemetry } from './telemetry.ts'

// Pure, so that a handler which needs one message carries no other.
/**
 * Every message of this brewery.
 *
 * @example kegMessages.byTopic('keg/berlin/keg-01/pours')?.name  // 'pour'
 */
export const kegMessages = /* @__PURE__ */ registry([
  alert, batch, batchAcks, command, gatewayStatus, liveRequest, pour, reply, reported, siteSummary, state, stateRequest, summary, telemetry,
])

/**
 * What a page watches live: few enough for one SUBSCRIBE, of which AWS takes eight filters.
 *
 * @example liveMessages.map(({ topic }) => topic.filter({ siteId: 'berlin' }))  // ['keg/berlin/+/pours', …]
 */
export const liveMessages = [pour, state, telemetry, siteSummary, alert, reply, gatewayStatus] as const

/**
 * What comes in a batch and is published on its own topic by whoever takes it, as if it had come there: browsers watch alerts and replies,
 * and a rule brings what is reported into shadows. A gateway whose host may lose a message sends these in batches, too.
 *
 * @example batchedOnward.map(({ name }) => name)  // ['alert', 'reply', 'reported']
 */
export const batchedOnward = [alert, reply, reported] as const
