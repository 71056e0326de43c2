import type { Durable } from '@keg/uplink'
import type { IdentityFiles } from '../identity/identity-files.ts'
import type { IssuedCertificate } from '../identity/identity-port.ts'
import { outcome } from '../jobs/job-outcome.ts'
import { createSettledJobs, type SettledJobs } from '../jobs/settled-jobs.ts'
import type { PendingRotation, RotationState } from './rotation-state.ts'

/** A keg's next certificate, from the request to the day it is the keg's own. */
export interface RotationStore {
  readonly files: IdentityFiles
  readonly settled: SettledJobs
  readonly pending: PendingRotation | undefined
  /** Keeps a certificate that was issued for the next key. */
  issued(job: string, certificate: IssuedCertificate): void
  provisioned(): void
  /** A connection stands by it: it takes the place of the old one. */
  confirm(): void
  /** The old one stays. */
  fail(job: string, reason: string): void
}

/** A store over its file and the keg's certificates. Goes on first where a replacement was cut. */
export function createRotationStore(memory: Durable<RotationState>, files: IdentityFiles): RotationStore {
  let state: RotationState = memory.read() ?? { pending: null, settled: null }
  const settled = createSettledJobs(() => state.settled)
  function write(next: RotationState): void {
    memory.write(next)
    state = next
    settled.tell()
  }
  function finish({ job, certificateId }: PendingRotation): void {
    files.adopt()
    write({ pending: null, settled: { job, outcome: outcome('SUCCEEDED', { certificateId }) } })
  }
  if (state.pending?.phase === 'proven') finish(state.pending)
  // What was given up, or not yet issued.
  else if (state.pending === null) files.discard()
  return {
    files,
    settled,
    get pending() {
      return state.pending ?? undefined
    },
    issued(job, { certificateId, certificatePem, ownershipToken }) {
      files.writeNext(certificatePem)
      write({ ...state, pending: { job, certificateId, ownershipToken, phase: 'issued' } })
    },
    provisioned() {
      if (state.pending) write({ ...state, pending: { ...state.pending, phase: 'provisioned' } })
    },
    confirm() {
      const { pending } = state
      if (pending === null) return
      // Two files can't be renamed at once: from here on a start goes on with what is left.
      write({ ...state, pending: { ...pending, phase: 'proven' } })
      finish({ ...pending, phase: 'proven' })
    },
    fail(job, reason) {
      write({ pending: null, settled: { job, outcome: outcome('FAILED', { reason }) } })
      files.discard()
    },
  }
}
