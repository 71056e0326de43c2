import { spawnSync } from 'node:child_process'
import { globSync, readFileSync, rmSync } from 'node:fs'
import { emptyOver } from './empty-over.ts'
import { closingLine, tally, type Report } from './tally.ts'

// `pnpm test`: lint, types, builds and tests of every project through nx and its cache, then one line for the whole workspace.
// Arguments go to nx: `pnpm test -p @keg/rule-dsl`.

const chosen = process.argv.slice(2)
// One lint and one compiler for all projects read the shared types once, which takes a third of the time of one for each.
const targets = chosen.length === 0
  ? ['lint-all', 'typecheck-all', 'build', 'test', 'api-check']
  : ['lint', 'typecheck', 'build', 'test', 'api-check']

const reportFiles = '{packages,apps,tools}/*/.test-results/vitest*.json'
// A report left by an earlier run must not be counted; nx puts those of cached projects back.
for (const file of globSync(reportFiles)) rmSync(file)

// Vitest gives each file of tests another address in each run, so that what was compiled of it is kept, and never found again.
if (process.env['NODE_COMPILE_CACHE'] !== undefined) emptyOver(process.env['NODE_COMPILE_CACHE'], 300 * 1024 ** 2)

const nx = spawnSync('nx', ['run-many', '-t', ...targets, ...chosen], { stdio: 'inherit' })
if (nx.error) console.error(`pnpm test: nx did not start: ${nx.error.message}`)

// These files were written by vitest's own JSON reporter.
const counted = tally(globSync(reportFiles).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Report))
console.log(closingLine(counted))
process.exitCode = nx.status === 0 && counted.failed === 0 ? 0 : 1
