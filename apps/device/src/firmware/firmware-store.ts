import type { JobDocument } from '@keg/message-schemas/keg'
import type { Durable } from '@keg/uplink'
import { outcome, type JobOutcome } from '../jobs/job-outcome.ts'
import { createSettledJobs, type SettledJobs } from '../jobs/settled-jobs.ts'
import type { FirmwareSeal } from './check-firmware.ts'
import { NO_FIRMWARE, NO_STARTS, type FirmwareImage, type FirmwareState } from './firmware-state.ts'

/** The folder of firmware. */
export interface FirmwareFolder {
  /** Writes a file as a whole; throws, and writes nothing, where its bytes are not what was signed. */
  write(name: string, bytes: Uint8Array, seal: FirmwareSeal): void
  /** Removes all files but these. */
  keepOnly(names: readonly string[]): void
}

/** What is to run; `image` is `null` for the built-in program. */
export interface FirmwareChoice {
  readonly image: FirmwareImage | null
  /** Whether it has to prove itself. */
  readonly trial: boolean
}

/** A confirmed firmware that did not last at so many starts, one after the other, gives way. */
const MOST_STARTS = 3

/** What a keg runs and tries. Each change is one write, so that a kill leaves what was before it or what is after. */
export interface FirmwareStore {
  /** The version that is confirmed; `undefined` for the built-in program. */
  readonly version: string | undefined
  /** Why what is confirmed is to give way, where it did not last at three starts, one after the other; else `undefined`. */
  readonly spent: string | undefined
  readonly settled: SettledJobs
  /** The job whose firmware is on trial or waits for it. */
  readonly trialOf: string | undefined
  /** Keeps a firmware, to be tried at the next `choose`. Throws a DeviceError where its bytes are not what was signed. */
  stage(job: string, document: FirmwareDocument, bytes: Uint8Array): void
  /** Says at a start what is to run. A trial is written down as begun; one that had begun before has failed. */
  choose(): FirmwareChoice
  /** Counts a start of what is confirmed. */
  started(): void
  /** The present start has lasted: those before it are forgotten. */
  lasted(): void
  /** The last start, or its trial, was ended by no fault of the firmware: it does not count. */
  spare(): void
  /** Says why the present start has ended. */
  crashed(reason: string): void
  /** What is on trial has proved itself. */
  confirm(): void
  /** What is on trial is given up; what was before it is to run. */
  fail(reason: string): void
  /** What is confirmed can't be run any more: what was confirmed before it takes its place, the built-in program at last. */
  abandon(reason: string): void
  /** Writes down what came of a job that changed nothing, and answers it. */
  settle(job: string, outcome: JobOutcome): JobOutcome
}

export type FirmwareDocument = Extract<JobDocument, { kind: 'firmware' }>

/** A store over its file and its folder. */
export function createFirmwareStore(memory: Durable<FirmwareState>, folder: FirmwareFolder): FirmwareStore {
  let state = memory.read() ?? NO_FIRMWARE
  const settled = createSettledJobs(() => state.settled)
  function change(next: Partial<FirmwareState>): void {
    const changed = { ...state, ...next }
    memory.write(changed)
    state = changed
    settled.tell()
  }
  function tidy(): void {
    folder.keepOnly([state.current, state.former, state.trial?.image].flatMap((image) => (image ? [image.file] : [])))
  }
  function fail(reason: string): void {
    const { trial } = state
    if (trial === null) return
    const { job, image: { version } } = trial
    change({ trial: null, settled: { job, outcome: outcome('FAILED', { reason, version }) } })
    tidy()
  }
  return {
    get version() {
      return state.current?.version
    },
    get trialOf() {
      return state.trial?.job
    },
    get spent() {
      const { starts, reason } = state.unproven
      return starts < MOST_STARTS ? undefined : `it did not last at ${starts} starts: ${reason ?? 'the process ended'}`
    },
    settled,
    stage(job, { version, sha256, signature }, bytes) {
      // By its checksum: what was imported once is the same for ever.
      const file = `${sha256.toLowerCase()}.mjs`
      folder.write(file, bytes, { sha256, signature })
      change({ trial: { job, image: { version, file, sha256, signature }, begun: false } })
    },
    choose() {
      if (state.trial?.begun) fail('the process ended while the firmware was on trial')
      if (state.trial === null) return { image: state.current, trial: false }
      change({ trial: { ...state.trial, begun: true }, unproven: NO_STARTS })
      return { image: state.trial.image, trial: true }
    },
    confirm() {
      if (state.trial === null) return
      const { job, image } = state.trial
      // The same bytes again are not what was before them.
      const former = state.current?.file === image.file ? state.former : state.current
      const settled = { job, outcome: outcome('SUCCEEDED', { version: image.version }) }
      change({ current: image, former, unproven: NO_STARTS, gaveWay: null, trial: null, settled })
      tidy()
    },
    // Why the last one ended is not why this one will.
    started: () => change({ unproven: { starts: state.unproven.starts + 1, reason: null } }),
    lasted() {
      change({ unproven: NO_STARTS })
      // Where it was killed before it had removed what is no longer needed.
      tidy()
    },
    spare() {
      const { unproven: { starts, reason }, trial } = state
      if (trial?.begun) change({ trial: { ...trial, begun: false } })
      else if (starts > 0) change({ unproven: { starts: starts - 1, reason } })
    },
    crashed(reason) {
      if (state.trial?.begun) fail(reason)
      else change({ unproven: { ...state.unproven, reason } })
    },
    fail,
    abandon(reason) {
      if (state.current === null) return
      const { version } = state.current
      change({ current: state.former, former: null, unproven: NO_STARTS, gaveWay: { version, reason } })
      tidy()
    },
    settle(job, result) {
      change({ settled: { job, outcome: result } })
      return result
    },
  }
}
