import { DeviceError, messageOf } from '../errors/device-error.ts'
import type { IdentityFiles } from '../identity/identity-files.ts'
import type { IdentityPort } from '../identity/identity-port.ts'

/** A connection under the claim certificate. */
export interface ClaimLine {
  readonly identity: IdentityPort
  close(): Promise<void>
}

/** What a claim is made with. */
export interface ClaimParts {
  readonly kegId: string
  readonly template: string
  readonly files: IdentityFiles
  /** Resolves once it is connected, as `claim-<kegId>`; rejects where it can't be. */
  readonly connect: (signal: AbortSignal) => Promise<ClaimLine>
  /** A signing request for the keg, by a key. */
  readonly signingRequest: (commonName: string, keyPem: string) => Promise<string>
  /** Waits; rejects when the signal aborts. */
  readonly pause: (delayMs: number, signal: AbortSignal) => Promise<void>
  /** 0 up to 1, for spreading what many kegs try again. */
  readonly random: () => number
  readonly log: (line: string) => void
  /** Gives up. */
  readonly signal: AbortSignal
}

const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 300_000

/**
 * Has a keg that has no certificate of its own provisioned by its claim, and answers whether it has one now: no where `signal` aborted.
 * What is refused or cut is tried again, later each time. The certificate is written once its thing is provisioned: whenever the process
 * is killed before, the next start begins anew with the same key.
 */
export async function claimCertificate(parts: ClaimParts): Promise<boolean> {
  const { files, signal, log } = parts
  for (let failures = 0; !signal.aborted; failures++) {
    // With a certificate of its own, one to come is of a rotation, which knows what to do with it.
    if (!files.hasOwn && files.hasNext) files.adopt()
    if (files.hasOwn) return true
    try {
      await claimOnce(parts)
    } catch (error) {
      if (signal.aborted) return false
      const delayMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** failures) * (0.5 + parts.random() / 2)
      const what = error instanceof DeviceError && error.code === 'REFUSED' ? 'refused' : 'failed'
      log(`claim ${what}: ${messageOf(error)}; again in ${Math.ceil(delayMs / 1_000)} s`)
      await parts.pause(delayMs, signal).catch(() => undefined)
    }
  }
  return false
}

async function claimOnce({ kegId, template, files, connect, signingRequest, signal, log }: ClaimParts): Promise<void> {
  const request = await signingRequest(kegId, files.nextKey())
  const line = await connect(signal)
  try {
    const { certificatePem, certificateId, ownershipToken } = await line.identity.createFromCsr(request)
    const thingName = await line.identity.register(template, ownershipToken, { SerialNumber: kegId })
    if (thingName !== kegId) throw new DeviceError('REFUSED', `the template made the thing ${thingName ?? '(none)'} of the keg ${kegId}`)
    files.writeNext(certificatePem)
    log(`provisioned as ${thingName}, certificate ${certificateId}`)
  } finally {
    line.identity.close()
    await line.close()
  }
}
