import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const SOURCE = '--conditions=@keg/source'

/** Synthesizes the app with all bundles into a folder, as nx's target does. */
export async function synthesizeMs(folder: string): Promise<number> {
  const startMs = performance.now()
  const child = spawn(process.execPath, [SOURCE, 'src/main.ts'], {
    cwd: `${root}apps/infra`, env: { ...process.env, CDK_OUTDIR: folder }, stdio: 'ignore',
  })
  await ended(child)
  return performance.now() - startMs
}

/** `keg run` of an assembly, from the command to its line; the second time, since the first one compiles. */
export async function runReadyMs(folder: string): Promise<number> {
  await onceMs(folder)
  return onceMs(folder)
}

async function onceMs(folder: string): Promise<number> {
  const startMs = performance.now()
  const child = spawn(
    process.execPath,
    [SOURCE, 'tools/checks/src/run.js', 'packages/cli/src/main.ts', 'run', folder, '--json', '--no-watch'],
    { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] },
  )
  const ready = await Promise.race([
    once(createInterface(child.stdout), 'line').then(() => performance.now() - startMs), once(child, 'exit').then(() => Number.NaN),
  ])
  child.kill('SIGINT')
  if (child.exitCode === null) await once(child, 'exit')
  if (Number.isNaN(ready)) throw new Error('keg run ended before it was ready.')
  return ready
}

async function ended(child: ChildProcess): Promise<void> {
  const [code]: unknown[] = await once(child, 'exit')
  if (code !== 0) throw new Error(`The synthesis ended with ${String(code)}.`)
}
