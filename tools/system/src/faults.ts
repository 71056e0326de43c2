import { spawnSync } from 'node:child_process'
import { inWorkspace } from './workspace.ts'

// `pnpm test:faults`: the gateway's tests of faults at full length: 100,000 messages of a day without a line, and many more interleavings.
// Minutes, not seconds.

const { status } = spawnSync('vitest', [
  'run', '--config', '../../vitest.config.ts', 'src/forward', 'src/faults.test.ts', 'src/sessions', 'src/spool',
], {
  cwd: inWorkspace('apps/gateway'),
  stdio: 'inherit',
  env: { ...process.env, KEG_DAY_MESSAGES: '100000', KEG_PROPERTY_RUNS: '300', KEG_FAULT_MINUTES: '30' },
})
process.exitCode = status ?? 1
