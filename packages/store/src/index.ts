export { CLEARED_KEPT_MS, type AlertEvent, type AlertKey, type AlertStore, type AlertWord, type KegAlert } from './alert-store.ts'
export { STEPS_KEPT_MS, type ChangeLog, type LoggedStep } from './change-log.ts'
export {
  allPages,
  StoreError,
  type HotStore,
  type KegMinute,
  type KegTotal,
  type LedgerPour,
  type NewQuarantineEntry,
  type Page,
  type PageRequest,
  type QuarantineEntry,
  type Replay,
} from './hot-store.ts'
export { BY_KIND } from './keys.ts'
export { replayMessage, type ReplayMessage } from './replay-message.ts'
