import type { AllowList } from './allow-list.ts'
import { refused, serialOf, type Decision, type HookEvent } from './hook-event.ts'
import { takeAway, type CertificatePorts } from './retirement.ts'

/** What a renewal asks, and does. */
export interface RenewalPorts {
  readonly list: Pick<AllowList, 'find'>
  readonly certificates: Omit<CertificatePorts, 'describe' | 'disconnect'>
  readonly jobs: {
    /** Whether a keg has a job yet to do, or is at one, by which it renews its certificate. */
    hasRotation(thingName: string): Promise<boolean>
  }
}

/** What a renewal may have left that was cut off. */
const MOST_LEFT = 1

/**
 * Whether a keg gets another certificate: one for its own name, which it asks for under its own name, by a certificate that it has now, for
 * a job that it has yet to end. So whoever has copied its key does not renew when they like. Whoever has blocked its serial number has it
 * refused; kegs that came without a claim are on no list.
 *
 * Where renewals that were cut off have left several certificates behind, these are taken away, so that they don't pile up: a keg has one
 * connection, which stands by the certificate that it asks by.
 */
export async function renew(event: HookEvent, { list, certificates, jobs }: RenewalPorts): Promise<Decision> {
  const named = serialOf(event)
  if ('reason' in named) return refused(named.reason)
  const { serial } = named
  if (event.clientId !== serial) return refused('the client is another than the keg')
  if ((await list.find(serial))?.state === 'blocked') return refused('the serial number is blocked')
  const own = await certificates.certificatesOf(serial)
  if (!own.some(({ certificateId }) => certificateId === event.claimCertificateId))
    return refused('the certificate that it asks by is not its own')
  if (!(await jobs.hasRotation(serial))) return refused('no job has it renew its certificate')
  const left = own.filter(({ certificateId }) => certificateId !== event.claimCertificateId && certificateId !== event.certificateId)
  // The connection is of none of these, and gets the answer.
  if (left.length > MOST_LEFT) await takeAway(left, serial, { ...certificates, disconnect: async () => undefined })
  return { allow: true, parameters: {} }
}
