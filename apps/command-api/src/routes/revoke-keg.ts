import { revokeKegRoute } from '@keg/flows/routes'
import { once, type OncePorts } from '../http/once.ts'
import type { Gated } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'
import type { KegRevocations } from '../ports.ts'

/**
 * `POST /kegs/{kegId}/revocation`: shuts a keg out, for good. Answers 202, again for one that is shut out; what failed on the way is done
 * by the next request. 404 for one that neither the registry nor the allow list has.
 */
export const revokeKeg = ({ revocations, gate, log, nowMs }: { revocations: KegRevocations } & OncePorts & Gated) =>
  answerRoute(revokeKegRoute, gate, ({ params: { kegId }, headers, body }, refuse, person) =>
    once(revokeKegRoute, { log, nowMs }, { key: headers['idempotency-key'], person, parts: [kegId, body], refuse }, async () => {
      const atMs = nowMs()
      // First, so that no other certificate comes once these are revoked.
      const isListed = await revocations.block(kegId, { atMs, ...body })
      const certificates = await revokeAll(kegId, revocations)
      if (!isListed && certificates === undefined) throw refuse('not-found', `There is no keg ${kegId}.`)
      return {
        kegId, revokedAtMs: atMs, blocked: isListed, certificates: certificates ?? [], disconnected: await revocations.disconnect(kegId),
      }
    }))

/** Until there is none that has come meanwhile. */
async function revokeAll(kegId: string, revocations: KegRevocations): Promise<string[] | undefined> {
  const revoked: string[] = []
  for (;;) {
    const ids = await revocations.certificatesOf(kegId)
    const left = (ids ?? []).filter((id) => !revoked.includes(id))
    if (left.length === 0) return ids === undefined && revoked.length === 0 ? undefined : revoked
    for (const id of left) await revocations.revoke(id)
    revoked.push(...left)
  }
}
