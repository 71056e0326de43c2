export { CLEARED_KEPT_MS, type AlertEvent, type AlertKey, type AlertStore, type AlertWord, type KegAlert } from './alert-store.ts'
export { STEPS_KEPT_MS, type ChangeLog, type LoggedStep } from './change-log.ts'
export {
  ANSWER_GRACE_MS, CANCELLED, COMMAND_KEPT_MS, commandAt, NO_RESPONSE, type CommandKey, type CommandReply, type CommandStatus,
  type CommandStore, type KegCommand, type NewCommand, type StatusReason,
} from './command-store.ts'
export type { GatewayLog, GatewayReport } from './gateway-log.ts'
export {
  allPages,
  StoreError,
  type FleetTotal,
  type HotStore,
  type KegMinute,
  type KegTotal,
  type LedgerPour,
  type NewQuarantineEntry,
  type Page,
  type PageRequest,
  type QuarantineEntry,
  type Replay,
  type TimeRange,
} from './hot-store.ts'
export { BY_KIND, BY_SITE } from './keys.ts'
export {
  MAX_READINGS_READ,
  READING_LIFETIME_MS,
  readingId,
  ReadingsNotKept,
  type NewestReading,
  type Reading,
  type ReadingRange,
  type ReadingSlot,
  type ReadingStore,
  type SummaryClaim,
} from './reading-store.ts'
export { connectionsOf, presenceOf, type ClientConnection, type Presence, type PresenceEvent, type PresenceLog } from './presence.ts'
export { replayMessage, type ReplayMessage } from './replay-message.ts'
export type { NewSwap, Swap, SwapEnd, SwapStore } from './swap.ts'
