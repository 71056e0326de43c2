export { createShadowClient } from './client/create-shadow-client.ts'
export type {
  AnyState,
  DesiredContext,
  DesiredHandler,
  DesiredOptions,
  LiveShadowClient,
  ShadowClient,
  ShadowClientFor,
  ShadowClientOptions,
  ShadowSnapshot,
  StatePart,
  StatePatch,
  StateSchema,
  UpdateOptions,
  WaitOptions,
} from './client/types.ts'
export type { ShadowClock } from './clock.ts'
export type { PaceLimits } from './client/pace.ts'
export type { WhenFull } from './client/report-queue.ts'
export type { Json, JsonObject } from './document/json.ts'
export { ShadowError, type ShadowErrorCode } from './shadow-error.ts'
export type {
  ShadowId,
  ShadowOperation,
  ShadowReply,
  ShadowSubscription,
  ShadowTransport,
  SubscribingTransport,
} from './shadow-transport.ts'
export { shadowTopic } from './shadow-transport.ts'
