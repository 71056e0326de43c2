import { startSystem } from '@keg/system'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

/** The children of a process, and theirs: what it must not leave behind. Linux tells; elsewhere there is nothing to ask. */
function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        // The fourth field is the parent; the second, in parentheses, may hold blanks.
        return Number(readFileSync(`/proc/${name}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')[1]) === pid
      } catch {
        // It ended meanwhile.
        return false
      }
    })
    .map(Number)
  return children.flatMap((child) => [child, ...descendants(child)])
}

it.runIf(process.platform === 'linux')('leaves no process and no folder behind', async () => {
  const own = mkdtempSync(join(tmpdir(), 'clean-'))
  vi.stubEnv('TMPDIR', own)
  const before = descendants(process.pid)
  const system = await startSystem({ kegs: 2, simulation: { tap: { pauseMs: [100, 300], volumeMl: [100, 200], mlPerSec: 1_000 } } })
  const running = descendants(process.pid).filter((pid) => !before.includes(pid))
  expect(running.length).toBeGreaterThan(0)
  await system.devices.stop()
  await system.close()
  expect(running.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([])
  // Every folder for temporary files, ours and our children's, was made below this one.
  expect(readdirSync(own)).toEqual([])
  rmdirSync(own)
  vi.unstubAllEnvs()
}, 60_000)
