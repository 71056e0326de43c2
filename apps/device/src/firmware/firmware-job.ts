import { DeviceError } from '../errors/device-error.ts'
import type { RunningJob } from '../jobs/job-agent.ts'
import { outcome, type JobOutcome } from '../jobs/job-outcome.ts'
import type { FirmwareDocument, FirmwareStore } from './firmware-store.ts'

/** What a job of firmware is done with. */
export interface FirmwareJobParts {
  readonly store: FirmwareStore
  /** The version that runs. */
  readonly version: string
  /** Fetches a file, which has a largest size and a longest time. Rejects with a DeviceError: `NO_FILE` where no other try will help. */
  readonly download: (url: string, signal: AbortSignal) => Promise<Uint8Array>
  /** Has what is staged tried as soon as may be; called again, nothing. */
  readonly tryStaged: () => void
}

/**
 * Brings a firmware, and answers once it has proved itself or was given up; in between the program starts anew, and the next one's job
 * goes on here. What was staged is tried, though its job be cancelled then.
 */
export async function runFirmwareJob(document: FirmwareDocument, job: RunningJob, parts: FirmwareJobParts): Promise<JobOutcome> {
  const { store, version, download, tryStaged } = parts
  const { key, signal } = job
  const done = store.settled.outcomeOf(key)
  if (done) return done
  // One that was cancelled may still be on trial.
  if (store.trialOf !== undefined && store.trialOf !== key) await store.settled.when(store.trialOf)
  if (store.trialOf !== key) {
    if (document.version === version) return store.settle(key, outcome('SUCCEEDED', { version }))
    await job.progress('downloading')
    try {
      const bytes = await download(document.url, signal)
      signal.throwIfAborted()
      store.stage(key, document, bytes)
    } catch (error) {
      if (!(error instanceof DeviceError) || error.code === 'DOWNLOAD') throw error
      return store.settle(key, outcome('FAILED', { reason: error.message, version: document.version }))
    }
    await job.progress('trying')
  }
  tryStaged()
  return store.settled.when(key)
}
