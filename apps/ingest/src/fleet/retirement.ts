import { parseJson } from '@keg/message-schemas'
import { jobSucceeded } from '@keg/message-schemas/keg'
import type { HotStore } from '@keg/store'
import { quarantine, type RuleMessage } from '../flow/ingest-pour.ts'
import type { Take } from '../flow/take-message.ts'

/** A certificate of the registry. */
export interface Certificate {
  readonly certificateId: string
  readonly certificateArn: string
}

/** What a retirement asks, and does; what is gone already is done. */
export interface CertificatePorts {
  /** A thing's certificates; none where there is no such thing. */
  certificatesOf(thingName: string): Promise<readonly Certificate[]>
  thingsOf(certificate: Certificate): Promise<readonly string[]>
  /** `undefined` where it is gone. */
  describe(certificate: Certificate): Promise<{ readonly isActive: boolean; readonly createdAtMs: number } | undefined>
  deactivate(certificate: Pick<Certificate, 'certificateId'>): Promise<void>
  detach(certificate: Certificate, thingName: string): Promise<void>
  /** Deletes one that is inactive and detached, with what policies it has. */
  remove(certificate: Pick<Certificate, 'certificateId'>): Promise<void>
  /** Ends the connection of a client; it may connect again. */
  disconnect(clientId: string): Promise<void>
}

/** What became of a thing's certificates, or why nothing did. */
export type Retired = { readonly ok: true; readonly kegId: string; readonly retired: readonly string[] } | {
  readonly ok: false
  readonly reason: string
}

/**
 * Takes away every certificate of a keg from before the one that it says it goes by now, and ends the connection that one of them may still
 * hold: AWS IoT takes minutes to do so by itself. Nothing is done unless the one that stays is active, and the keg's. A newer one stays: an
 * event that comes late is of a renewal before the last. One that other things have as well is taken from this keg alone. Done again, it
 * does nothing more.
 */
export async function retire(payload: Uint8Array, ports: CertificatePorts): Promise<Retired> {
  const read = readEvent(payload)
  if (read === undefined) return { ok: false, reason: 'it names no keg, or no certificate that it goes by' }
  const { kegId, certificateId } = read
  const all = await ports.certificatesOf(kegId)
  const kept = all.find((each) => each.certificateId === certificateId)
  if (kept === undefined) return { ok: false, reason: `the certificate is none of ${kegId}` }
  const { isActive = false, createdAtMs: keptAtMs = 0 } = (await ports.describe(kept)) ?? {}
  if (!isActive) return { ok: false, reason: `the certificate that ${kegId} goes by is not active` }
  const retired: Certificate[] = []
  for (const each of all)
    if (each !== kept && ((await ports.describe(each))?.createdAtMs ?? 0) <= keptAtMs) retired.push(each)
  await takeAway(retired, kegId, ports)
  return { ok: true, kegId, retired: retired.map((each) => each.certificateId) }
}

/**
 * Takes these certificates away from a keg that has them, and ends its connection; one that other things have as well stays theirs. While
 * one is attached, what failed here is done by the next try.
 */
export async function takeAway(
  certificates: readonly Certificate[], kegId: string, ports: Omit<CertificatePorts, 'certificatesOf' | 'describe'>,
): Promise<void> {
  const shared = new Set<Certificate>()
  for (const each of certificates) if ((await ports.thingsOf(each)).some((thingName) => thingName !== kegId)) shared.add(each)
  const own = certificates.filter((each) => !shared.has(each))
  // Nobody comes by one while the connection ends.
  for (const each of own) await ports.deactivate(each)
  if (certificates.length > 0) await ports.disconnect(kegId)
  for (const each of certificates) await ports.detach(each, kegId)
  for (const each of own) await ports.remove(each)
}

function readEvent(payload: Uint8Array): { readonly kegId: string; readonly certificateId: string } | undefined {
  const json = parseJson(payload)
  const event = json.ok ? jobSucceeded.schema.safeParse(json.value) : undefined
  const { thingArn = '', statusDetails: { certificateId } = {} } = event?.data ?? {}
  const kegId = /:thing\/([^/]+)$/.exec(thingArn)?.[1]
  return kegId === undefined || certificateId === undefined ? undefined : { kegId, certificateId }
}

/** Takes an event of a rotation; what can't be done goes to the quarantine with its reason. */
export const takeRotation = (ports: CertificatePorts, store: Pick<HotStore, 'quarantine'>): Take => async (message: RuleMessage) => {
  const done = await retire(Buffer.from(message.payload, 'base64'), ports)
  return done.ok
    ? { done: true, told: { kegId: done.kegId, retired: done.retired } }
    : { done: false, told: await quarantine({ ...message, flow: 'rotation' }, done.reason, store) }
}
