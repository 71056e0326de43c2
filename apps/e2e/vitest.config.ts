import { mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
// eslint-disable-next-line @nx/enforce-module-boundaries -- what holds for all tests is in no project
import base from '../../vitest.config.ts'

/** Those that take longest, the longest first; the others come after them. */
const LONGEST = [
  'gateway', 'example', 'defense', 'fleet', 'law', 'swap', 'telemetry', 'alerts', 'store', 'greengrass', 'writers', 'provisioning', 'walk',
  'synth', 'bad-input', 'shadow-transports', 'quarantine', 'cold', 'clean',
]

const rank = ({ moduleId }: TestSpecification): number => {
  const at = LONGEST.findIndex((name) => moduleId.endsWith(`/src/${name}.test.ts`))
  return at === -1 ? LONGEST.length : at
}

/** Both workers end at about the same time, also where no earlier run has told how long each file takes. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => rank(one) - rank(other))
  }
}

/**
 * Whole systems. A file that ends leaves nothing running, as `clean.test.ts` holds, so that the next one goes on in its worker: a new
 * worker would load the emulators and what they stand on anew. Node loads them itself; TSX is in projects that are built elsewhere alone.
 */
export default mergeConfig(base, {
  test: { maxWorkers: 2, experimental: { viteModuleRunner: false }, sequence: { sequencer: LongestFirst } },
})
