import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const run = fileURLToPath(new URL('./run.js', import.meta.url))

/** What `run.js` did with a TypeScript file of this text. */
function runScript(text: string, nodeArgs: readonly string[] = []) {
  const dir = mkdtempSync(join(tmpdir(), 'keg-run-'))
  const file = join(dir, 'script.ts')
  writeFileSync(file, text)
  const { status, stdout, stderr } = spawnSync(process.execPath, [...nodeArgs, run, file, '--kegs', '3'], { encoding: 'utf8' })
  rmSync(dir, { recursive: true })
  return { status, stdout, stderr }
}

it('runs TypeScript with its arguments', () => {
  expect(runScript('const args: string[] = process.argv.slice(2)\nconsole.log(args.join(" "))'))
    .toMatchObject({ status: 0, stdout: '--kegs 3\n' })
})

it('fails as the script fails', () => {
  expect(runScript('process.exitCode = 7').status).toBe(7)
  expect(runScript('throw new Error("no beer")')).toMatchObject({ status: 1, stderr: expect.stringContaining('no beer') })
})

it('says in one line what to do on an older Node', () => {
  const older = 'data:text/javascript,Object.defineProperty(process.versions,"node",{value:"20.20.2"})'
  const { status, stderr } = runScript('console.log("never")', ['--import', older])
  expect(status).toBe(1)
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(/^Keg runs on Node 24; .*rebuild node/)])
})
