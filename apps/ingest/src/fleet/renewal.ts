import type { AllowList } from './allow-list.ts'
import { refused, serialOf, type Decision, type HookEvent } from './hook-event.ts'
import type { CertificatePorts } from './retirement.ts'

/** What a renewal asks. */
export interface RenewalPorts {
  readonly list: Pick<AllowList, 'find'>
  readonly certificates: Pick<CertificatePorts, 'certificatesOf'>
}

/** A keg has one, and a second while it renews; what a renewal left that was cut off is the third. */
const MOST_BEFORE_RENEWAL = 2

/**
 * Whether a keg gets another certificate: one for its own name, which it asks for under its own name, by a certificate that it has now.
 * One whose former renewals have left more than one other behind is refused, so that they don't pile up. Whoever has blocked its serial
 * number has it refused; kegs that came without a claim are on no list.
 */
export async function renew(event: HookEvent, { list, certificates }: RenewalPorts): Promise<Decision> {
  const named = serialOf(event)
  if ('reason' in named) return refused(named.reason)
  const { serial } = named
  if (event.clientId !== serial) return refused('the client is another than the keg')
  if ((await list.find(serial))?.state === 'blocked') return refused('the serial number is blocked')
  const own = await certificates.certificatesOf(serial)
  if (!own.some(({ certificateId }) => certificateId === event.claimCertificateId))
    return refused('the certificate that it asks by is not its own')
  if (own.length > MOST_BEFORE_RENEWAL) return refused('renewals are pending: it has other certificates yet')
  return { allow: true, parameters: {} }
}
