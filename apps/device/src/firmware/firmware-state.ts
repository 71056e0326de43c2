import { firmwareVersion } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { jobOutcome } from '../jobs/job-outcome.ts'

const image = z.object({
  version: firmwareVersion,
  /** The file's name in the folder of firmware. */
  file: z.string().regex(/^[0-9a-f]{64}\.mjs$/),
  sha256: z.string(),
  signature: z.string(),
})

/** Starts of a firmware that have not lasted, one after the other, and why the last of them ended, where that is known. */
const unproven = z.object({ starts: z.int().nonnegative(), reason: z.string().nullable() })
export const NO_STARTS: z.output<typeof unproven> = { starts: 0, reason: null }

/** The file of what a keg runs: written before it is run, so that whatever ends the process, the next start knows. */
export const firmwareFile = z.object({
  /** What was confirmed last; `null`: the built-in program. */
  current: image.nullable(),
  /** What was confirmed before `current`, and takes its place where that one crashes; `null`: the built-in program. */
  former: image.nullable().default(null),
  /** Those of `current`, the present one included until it has lasted. */
  unproven: unproven.default(NO_STARTS),
  /** What gave way last, and why; `null` once another one is confirmed. */
  gaveWay: z.object({ version: z.string(), reason: z.string() }).nullable().default(null),
  /** What is tried, and by which job. `begun`: it has been run, and did not yet prove itself. */
  trial: z.object({ job: z.string(), image, begun: z.boolean() }).nullable(),
  /** What came of the last job of firmware. */
  settled: z.object({ job: z.string(), outcome: jobOutcome }).nullable(),
})

export type FirmwareState = z.output<typeof firmwareFile>
export type FirmwareImage = z.output<typeof image>
export const NO_FIRMWARE: FirmwareState = { current: null, former: null, unproven: NO_STARTS, gaveWay: null, trial: null, settled: null }
