import { applyUpdate, versionOf } from './apply-update.ts'
import { deleteToken, type Parsed, parseTokenRequest, parseUpdateRequest, type Refusal } from './request.ts'
import type { DeleteResult, GetResult, ShadowRecord, ShadowRejected, ShadowRequestContext, UpdateResult } from './shadow.ts'
import { computeDelta } from './state.ts'

const THING_NAME = /^[a-zA-Z0-9:_-]{1,128}$/
const SHADOW_NAME = /^[$a-zA-Z0-9:_-]{1,64}$/

const refusedNames = ({ thingName, shadowName }: ShadowRequestContext): Refusal | undefined => {
  if (!THING_NAME.test(thingName)) return { code: 400, message: 'Invalid thing name' }
  return shadowName === undefined || SHADOW_NAME.test(shadowName) ? undefined : { code: 400, message: 'Invalid shadow name' }
}

/** The parsed request, or what goes to `…/rejected`. */
function admit<Request>(
  parse: () => Parsed<Request>, context: ShadowRequestContext,
): { request: Request; rejected?: undefined } | { rejected: ShadowRejected } {
  const refusedName = refusedNames(context)
  const parsed = refusedName === undefined ? parse() : { refused: refusedName }
  return parsed.refused === undefined ? { request: parsed.request } : { rejected: { ...parsed.refused, timestamp: context.nowSec } }
}

/** AWS's 404 carries no timestamp. */
function missing({ thingName, shadowName }: ShadowRequestContext, token: { clientToken?: string }): ShadowRejected {
  const name = shadowName === undefined ? thingName : `${thingName}~${shadowName}`
  return { code: 404, message: `No shadow exists with name: '${name}'`, ...token }
}

/**
 * Answers an update request: parses and checks the payload's bytes, then merges, stamps and compares.
 * `record` is what was kept of the shadow before; `undefined` when there is nothing. Never throws.
 *
 * @example
 * const payload = new TextEncoder().encode('{"state":{"desired":{"led":"on"}}}')
 * updateShadow(undefined, payload, { thingName: 'lamp-1', nowSec: 0 }).delta?.state  // { led: 'on' }
 */
export function updateShadow(record: ShadowRecord | undefined, payload: Uint8Array, context: ShadowRequestContext): UpdateResult {
  const admitted = admit(() => parseUpdateRequest(payload), context)
  return admitted.rejected === undefined ? applyUpdate(record, admitted.request, context) : { record, rejected: admitted.rejected }
}

/**
 * Answers a get request: the document with its delta and the time now; 404 when there is no shadow. Never throws.
 *
 * @example getShadow(undefined, new Uint8Array(), { thingName: 'lamp-1', nowSec: 0 }).rejected?.code  // 404
 */
export function getShadow(record: ShadowRecord | undefined, payload: Uint8Array, context: ShadowRequestContext): GetResult {
  const admitted = admit(() => parseTokenRequest(payload), context)
  if (admitted.rejected !== undefined) return { record, rejected: admitted.rejected }
  const document = record?.document
  if (document === undefined) return { record, rejected: missing(context, admitted.request) }
  const delta = computeDelta(document.state.desired, document.state.reported)
  const state = { ...document.state, ...(delta && { delta }) }
  return { record, accepted: { ...document, state, timestamp: context.nowSec, ...admitted.request } }
}

/**
 * Answers a delete request with the version that was deleted. The deletion itself uses up the next version. The content of the payload is
 * ignored. Answers 404 where there is no shadow. Never throws.
 *
 * @example deleteShadow(undefined, new Uint8Array(), { thingName: 'lamp-1', nowSec: 0 }).rejected?.code  // 404
 */
export function deleteShadow(record: ShadowRecord | undefined, payload: Uint8Array, context: ShadowRequestContext): DeleteResult {
  const admitted = admit(() => ({ request: deleteToken(payload) }), context)
  if (admitted.rejected !== undefined) return { record, rejected: admitted.rejected }
  if (record?.document === undefined) return { record, rejected: missing(context, admitted.request) }
  const version = versionOf(record, context.nowSec)
  return {
    record: { document: undefined, version: version + 1, deletedAtSec: context.nowSec },
    accepted: { version, timestamp: context.nowSec, ...admitted.request },
  }
}
