import type { PartialSettings } from '@keg/message-schemas/keg'
import type { AllowList, ListedKeg } from './allow-list.ts'
import { refused, serialOf, type Decision, type HookEvent } from './hook-event.ts'
import { takeAway, type Certificate, type CertificatePorts } from './retirement.ts'

/** Of a keg's shadow. */
export interface KegShadow {
  readonly desired: PartialSettings
  /** Whether the keg has ever reported anything: then it has connected under a certificate of its own. */
  readonly hasReported: boolean
}

/** What an admission asks, and writes. */
export interface AdmissionPorts {
  readonly list: AllowList
  readonly shadows: {
    read(kegId: string): Promise<KegShadow>
    /** Wishes these settings of the keg; others stay. */
    wish(kegId: string, desired: PartialSettings): Promise<void>
  }
  readonly certificates: Omit<CertificatePorts, 'describe'>
  readonly nowMs: () => number
}

/** What a keg is told to be where nobody has said anything else. */
export const FIRST_SETTINGS = { targetCelsius: 5, valve: 'open', intervalSec: 10 } as const satisfies PartialSettings
/** How long a keg may claim again that was cut off in the middle of its claim. */
export const CLAIM_AGAIN_MS = 3_600_000

/**
 * Whether a keg that comes with a batch's claim is let in; if so, the claim is noted, its former certificates are taken away, and its
 * shadow wishes its site and first settings.
 *
 * Let in is a serial number that is listed for this claim, by a certificate that is made for it, from the client id `claim-<serial>`. One
 * that has claimed may claim again while it has never reported anything, and for an hour after its first claim: whoever has a leaked claim
 * does not take over a keg that pours, nor, later, one that waits in a crate. To let such a keg in again, somebody has to list it anew.
 * Rejects where somebody can't be asked, or a former certificate not be taken away: AWS IoT then refuses, and the keg comes again.
 */
export async function admit(event: HookEvent, { list, shadows, certificates, nowMs }: AdmissionPorts): Promise<Decision> {
  const named = serialOf(event)
  if ('reason' in named) return refused(named.reason)
  const { serial } = named
  if (event.clientId !== `claim-${serial}`) return refused('the client id is not that of its claim')
  const listed = await list.find(serial)
  if (listed === undefined) return refused('the serial number is not listed')
  const shadow = await shadows.read(serial)
  const reason = whyNot(listed, event, shadow, nowMs())
  if (reason !== undefined) return refused(reason)
  const atMs = listed.state === 'claimed' ? listed.claimedAtMs ?? nowMs() : nowMs()
  // Before the claim: what somebody claims after this one is not taken from them.
  const attached = await certificates.certificatesOf(serial)
  // First, so that a refusal changes nothing else.
  if (!(await list.claim(listed, { certificateId: event.certificateId, atMs }))) return refused('somebody else has just claimed it')
  await takeFormer(listed, attached, event, certificates)
  await shadows.wish(serial, { ...FIRST_SETTINGS, ...shadow.desired, siteId: listed.siteId })
  return { allow: true, parameters: { SiteId: listed.siteId } }
}

/** A keg that asks once more for the certificate that it has claimed already keeps that one. */
async function takeFormer(
  { serial, certificateId }: ListedKeg, attached: readonly Certificate[], event: HookEvent, certificates: AdmissionPorts['certificates'],
): Promise<void> {
  const former = attached.filter((each) => each.certificateId !== event.certificateId)
  await takeAway(former, serial, certificates)
  if (certificateId === undefined || certificateId === event.certificateId) return
  if (former.some((each) => each.certificateId === certificateId)) return
  // Whoever claimed it may be about to get it attached, which fails once it is gone.
  await certificates.deactivate({ certificateId })
  await certificates.remove({ certificateId })
}

function whyNot(
  { state, claimCertificateId, claimedAtMs = 0 }: ListedKeg, event: HookEvent, { hasReported }: KegShadow, nowMs: number,
): string | undefined {
  if (state === 'blocked') return 'the serial number is blocked'
  if (claimCertificateId === undefined) return 'the list does not say by which claim it comes'
  if (claimCertificateId !== event.claimCertificateId) return 'it comes by another claim than that of its batch'
  if (state === 'listed') return undefined
  if (hasReported) return 'it has claimed, and is in use'
  return nowMs - claimedAtMs > CLAIM_AGAIN_MS ? 'it has claimed more than an hour ago' : undefined
}
