export {
  allPages,
  StoreError,
  type HotStore,
  type KegMinute,
  type KegTotal,
  type LedgerPour,
  type Page,
  type PageRequest,
  type QuarantineEntry,
} from './hot-store.ts'
export { BY_KIND } from './keys.ts'
