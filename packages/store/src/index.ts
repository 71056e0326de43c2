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
export { presenceOf, type Presence, type PresenceEvent, type PresenceLog } from './presence.ts'
export { replayMessage, type ReplayMessage } from './replay-message.ts'
export type { NewSwap, Swap, SwapEnd, SwapStore } from './swap.ts'
