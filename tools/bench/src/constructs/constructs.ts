import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { row, type Benchmark } from '../row.ts'
import { bundleRows } from './bundles.ts'
import { runReadyMs, synthesizeMs } from './whole-app.ts'

const MAX_SYNTH_MS = 20_000
const MAX_READY_MS = 6_000

/** What of the CDK app people wait for: its functions, its synthesis, its start on this machine. */
export const constructs: Benchmark = {
  name: 'constructs',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'keg-bench-cdk-'))
    try {
      const synthMs = await synthesizeMs(folder)
      return [
        row('constructs/synth-of-the-app', 'ms', synthMs, MAX_SYNTH_MS, '<= 1'),
        row('constructs/run-of-the-app', 'ms', await runReadyMs(folder), MAX_READY_MS, '<= 1'),
        ...bundleRows(folder),
      ]
    } finally {
      rmSync(folder, { recursive: true })
    }
  },
}
