import { execFile, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { packAll, tarballOf } from './install/tarball.ts'

// Somebody's app outside of this workspace: our packages as they are packed, everybody else's as it is installed here.

const LIMIT_MS = 120_000
const PACKED = ['mqtt-topics', 'rule-dsl', 'cdk-constructs']
const run = promisify(execFile)
const inWorkspace = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url))
const example = inWorkspace('examples/greenhouse')
let cwd: string

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'keg-example-'))
  cwd = join(folder, 'greenhouse')
  cpSync(example, cwd, { recursive: true, filter: (path) => !/node_modules|cdk\.out/.test(path.slice(example.length)) })
  await packAll(PACKED, folder)
  await Promise.all(PACKED.map((name) => unpack(name, folder)))
  for (const name of dependenciesOf(cwd)) link(installed(name, 'apps/e2e/', ''), name)
  link(inWorkspace('packages/cli/dist/main.js'), '.bin/keg')
  // What npm install leaves, and bundling looks for.
  writeFileSync(join(cwd, 'package-lock.json'), '{}')
}, LIMIT_MS)
afterAll(() => rmSync(dirname(cwd), { recursive: true, force: true }))

async function unpack(name: string, folder: string): Promise<void> {
  const place = join(cwd, 'node_modules/@keg', name)
  mkdirSync(place, { recursive: true })
  await run('tar', ['-xzf', tarballOf(name, folder), '-C', place, '--strip-components=1'])
  for (const dependency of dependenciesOf(place)) link(installed(dependency, `packages/${name}/`), dependency)
}

/** What a package asks for, other than ours. */
function dependenciesOf(folder: string): string[] {
  // Written by us.
  const { dependencies, devDependencies } =
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, object | undefined>
  const names = Object.keys({ ...dependencies, ...(folder === cwd ? devDependencies : {}) })
  return names.filter((name) => !name.startsWith('@keg/') && name !== 'typescript')
}

const installed = (name: string, ...owners: readonly string[]): string =>
  owners.map((owner) => inWorkspace(`${owner}node_modules/${name}`)).find(existsSync) ?? expect.fail(`${name} is not installed here.`)

function link(target: string, name: string): void {
  const place = join(cwd, 'node_modules', name)
  mkdirSync(dirname(place), { recursive: true })
  if (!existsSync(place)) symlinkSync(realpathSync(target), place)
}

const node = (...args: string[]) => run(process.execPath, args, { cwd, env: { ...process.env, NODE_OPTIONS: '', CDK_OUTDIR: 'cdk.out' } })

it('has types', { timeout: LIMIT_MS }, () => node(inWorkspace('node_modules/typescript-7/bin/tsc'), '-p', '.'))

it('is synthesized, with nothing that cdk-nag objects to, and runs with every action seen', { timeout: LIMIT_MS }, async () => {
  const { stdout: synthesized, stderr } = await node('src/app.ts')
  expect(`${synthesized}${stderr}`).not.toMatch(/AwsSolutions-\w+/)
  const { stdout } = await node('src/try.ts')
  const lines = stdout.trim().split('\n')
  expect(lines.filter((line) => !line.startsWith('seen '))).toEqual([])
  expect(lines.length).toBeGreaterThanOrEqual(13)
})

// To ask it for its version takes seconds.
const hasLint = (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, 'cfn-lint')))
// A program of Python, which an install of this workspace does not bring. CDK waits for roles in words, too (W3005), and leaves a mapping
// of Firehose's unused (W7001).
it.skipIf(!hasLint)(`is nothing that cfn-lint objects to${hasLint ? '' : ' (skipped: cfn-lint is not installed here)'}`, {
  timeout: LIMIT_MS,
}, () => {
  const { stdout, status } = spawnSync(
    'cfn-lint', ['--ignore-checks', 'W3005', 'W7001', '--', join(cwd, 'cdk.out/Greenhouse.template.json')], { encoding: 'utf8' },
  )
  expect({ stdout, status }).toEqual({ stdout: '', status: 0 })
})
