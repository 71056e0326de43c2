import { mergeConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
// eslint-disable-next-line @nx/enforce-module-boundaries -- what holds for all tests is in no project
import base from '../../vitest.config.ts'

/** Those that take longest, the longest first; the others come after them. */
const LONGEST = [
  'gateway', 'example', 'law', 'swap', 'telemetry', 'alerts', 'store', 'greengrass', 'writers', 'provisioning', 'walk', 'synth', 'bad-input',
  'shadow-transports', 'quarantine', 'cold', 'clean',
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
 * Whole systems: each file has a worker of its own. Node itself loads what the tests import, as it loads the programs that they start:
 * Vite would transform the sources of the workspace anew for each of the workers.
 */
export default mergeConfig(base, {
  test: { isolate: true, maxWorkers: 2, experimental: { viteModuleRunner: false }, sequence: { sequencer: LongestFirst } },
})
