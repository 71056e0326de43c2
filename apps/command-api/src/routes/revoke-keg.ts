import { revokeKegRoute } from '@keg/flows/routes'
import { once, type OncePorts } from '../http/once.ts'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { KegRevocations } from '../ports.ts'

/**
 * `POST /kegs/{kegId}/revocation`: shuts a keg out, for good. Answers 202, again for one that is shut out; what failed on the way is done
 * by the next request. 404 for one that is neither in the group of
 * the kegs nor on the allow list.
 */
export const revokeKeg = ({ revocations, gate, log, nowMs }: { revocations: KegRevocations } & OncePorts & Gated) =>
  answerRoute(revokeKegRoute, gate, ({ params: { kegId }, headers, body }, refuse, person) =>
    once(revokeKegRoute, { log, nowMs }, { key: headers['idempotency-key'], person, parts: [kegId, body], refuse }, async () => {
      const atMs = nowMs()
      // First, so that no other certificate comes once these are revoked.
      const isListed = await revocations.block(kegId, { atMs, ...body })
      if (!isListed && !await revocations.isKeg(kegId)) throw refuse('not-found', `There is no keg ${kegId}.`)
      // AWS IoT may end it, too, once its certificate is revoked: whether there was one is known before.
      const wasConnected = await revocations.disconnect(kegId)
      const certificates = await revokeAll(kegId, revocations)
      // It may have come back while it still had one.
      const isBack = await revocations.disconnect(kegId)
      return { kegId, revokedAtMs: atMs, blocked: isListed, certificates, disconnected: wasConnected || isBack }
    }))

/** Until there is none that has come meanwhile. */
async function revokeAll(kegId: string, revocations: KegRevocations): Promise<string[]> {
  const revoked: string[] = []
  for (;;) {
    const left = (await revocations.certificatesOf(kegId) ?? []).filter((id) => !revoked.includes(id))
    if (left.length === 0) return revoked
    for (const id of left) await revocations.revoke(id)
    revoked.push(...left)
  }
}
