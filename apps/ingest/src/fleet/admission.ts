import type { PartialSettings } from '@keg/message-schemas/keg'
import type { AllowList, ListedKeg } from './allow-list.ts'
import { refused, serialOf, type Decision, type HookEvent } from './hook-event.ts'

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
  readonly nowMs: () => number
}

/** What a keg is told to be where nobody has said anything else. */
export const FIRST_SETTINGS = { targetCelsius: 5, valve: 'open', intervalSec: 10 } as const satisfies PartialSettings
/** How long a keg may claim again that was cut off in the middle of its claim. */
export const CLAIM_AGAIN_MS = 3_600_000

/**
 * Whether a keg that comes with a batch's claim is let in; if so, the claim is noted, and its shadow wishes its site and first settings.
 *
 * Let in is a serial number that is listed, by a certificate that is made for it, from the client id `claim-<serial>`. One that has claimed
 * may claim again while it has never reported anything, and for an hour after its first claim: whoever has a leaked claim does not take
 * over a keg that pours, nor, later, one that waits in a crate. To let such a keg in again, somebody has to list it anew.
 * Rejects where the list or the shadow can't be asked: AWS IoT then refuses, and the keg comes again.
 */
export async function admit(event: HookEvent, { list, shadows, nowMs }: AdmissionPorts): Promise<Decision> {
  const named = serialOf(event)
  if ('reason' in named) return refused(named.reason)
  const { serial } = named
  if (event.clientId !== `claim-${serial}`) return refused('the client id is not that of its claim')
  const listed = await list.find(serial)
  if (listed === undefined) return refused('the serial number is not listed')
  const shadow = await shadows.read(serial)
  const reason = whyNot(listed, shadow, nowMs())
  if (reason !== undefined) return refused(reason)
  const atMs = listed.state === 'claimed' ? listed.claimedAtMs ?? nowMs() : nowMs()
  // First, so that a refusal changes no shadow.
  if (!(await list.claim(listed, { certificateId: event.certificateId, atMs }))) return refused('somebody else has just claimed it')
  await shadows.wish(serial, { ...FIRST_SETTINGS, ...shadow.desired, siteId: listed.siteId })
  return { allow: true, parameters: { SiteId: listed.siteId } }
}

function whyNot({ state, claimedAtMs = 0 }: ListedKeg, { hasReported }: KegShadow, nowMs: number): string | undefined {
  if (state === 'blocked') return 'the serial number is blocked'
  if (state === 'listed') return undefined
  if (hasReported) return 'it has claimed, and is in use'
  return nowMs - claimedAtMs > CLAIM_AGAIN_MS ? 'it has claimed more than an hour ago' : undefined
}
