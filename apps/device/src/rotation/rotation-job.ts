import { DeviceError } from '../errors/device-error.ts'
import type { IdentityPort } from '../identity/identity-port.ts'
import type { RunningJob } from '../jobs/job-agent.ts'
import type { JobOutcome } from '../jobs/job-outcome.ts'
import type { PendingRotation } from './rotation-state.ts'
import type { RotationStore } from './rotation-store.ts'

/** What a job of rotation is done with. */
export interface RotationJobParts {
  readonly kegId: string
  readonly store: RotationStore
  /** Provisioning over the keg's own connection. */
  readonly identity: IdentityPort
  readonly signingRequest: (commonName: string, keyPem: string) => Promise<string>
  /** Has the keg connect by the next certificate as soon as may be; called again, nothing. */
  readonly tryNext: () => void
}

/** What AWS answers to a token that has expired or was used. */
const TOKEN_IS_SPENT = 'InvalidCertificateOwnershipToken'

/**
 * Gets a new certificate, and answers once the keg has connected by it, or could not; in between the program starts anew, and the next
 * one's job goes on here.
 */
export async function runRotationJob(template: string, job: RunningJob, parts: RotationJobParts): Promise<JobOutcome> {
  const { store, tryNext } = parts
  const done = store.settled.outcomeOf(job.key)
  if (done) return done
  try {
    if (store.pending?.job === job.key) await provision(template, store.pending, true, parts)
    else await provision(template, await request(job, parts), false, parts)
    await job.progress('connecting')
  } catch (error) {
    if (!(error instanceof DeviceError) || error.code !== 'REFUSED' || isForNow(error)) throw error
    store.fail(job.key, error.message)
    return store.settled.when(job.key)
  }
  tryNext()
  return store.settled.when(job.key)
}

/** Whether AWS may answer otherwise in a moment: too many requests, or a fault of its own. */
const isForNow = ({ statusCode = 0 }: DeviceError) => statusCode === 429 || statusCode >= 500

async function request(job: RunningJob, { kegId, store, identity, signingRequest }: RotationJobParts): Promise<PendingRotation> {
  await job.progress('requesting')
  // What another job has left is not for this one.
  if (store.pending !== undefined) store.files.discard()
  const issued = await identity.createFromCsr(await signingRequest(kegId, store.files.nextKey()))
  job.signal.throwIfAborted()
  store.issued(job.key, issued)
  const { certificateId, ownershipToken } = issued
  return { job: job.key, certificateId, ownershipToken, phase: 'issued' }
}

async function provision(template: string, pending: PendingRotation, again: boolean, parts: RotationJobParts): Promise<void> {
  const { kegId, store, identity } = parts
  if (pending.phase !== 'issued') return
  try {
    const thingName = await identity.register(template, pending.ownershipToken, { SerialNumber: kegId })
    if (thingName !== kegId) throw new DeviceError('REFUSED', `the template made the thing ${thingName ?? '(none)'} of the keg ${kegId}`)
  } catch (error) {
    // Spent by ourselves, perhaps, before a kill: the connection will tell.
    if (!again || !(error instanceof DeviceError) || error.awsCode !== TOKEN_IS_SPENT) throw error
  }
  store.provisioned()
}
