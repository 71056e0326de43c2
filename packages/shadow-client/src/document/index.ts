export { applyUpdate } from './apply-update.ts'
export type { Json, JsonObject } from './json.ts'
export { deleteShadow, getShadow, updateShadow } from './operations.ts'
export { readJson } from './read-json.ts'
export { MAX_STATE_BYTES, MAX_STATE_DEPTH, type Refusal, type UpdateRequest } from './request.ts'
export type {
  DeleteAccepted,
  DeleteResult,
  GetAccepted,
  GetResult,
  ShadowDelta,
  ShadowDocument,
  ShadowDocuments,
  ShadowRecord,
  ShadowRejected,
  ShadowRequestContext,
  ShadowState,
  UpdateAccepted,
  UpdateResult,
} from './shadow.ts'
export { computeDelta, mergeState } from './state.ts'
