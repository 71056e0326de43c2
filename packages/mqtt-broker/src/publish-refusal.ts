import type { Authorization } from './hooks.ts'

const PLAIN = ['Publish'] as const
const RETAINED = ['Publish', 'RetainPublish'] as const

/**
 * Why a client may not publish, now or by its Will; `undefined` where it may. To retain a message asks for a right on top. `details` are
 * for the log alone.
 */
export function publishRefusal(
  authorization: Authorization, topic: string, retain: boolean,
): { readonly reason: string; readonly details: string | undefined } | undefined {
  for (const action of retain ? RETAINED : PLAIN) {
    const reason = authorization.refusal(action, topic)
    if (reason !== undefined) return { reason, details: authorization.details?.(action, topic) }
  }
  return undefined
}
