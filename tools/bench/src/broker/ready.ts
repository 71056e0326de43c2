import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { row, type Row } from '../row.ts'

const ROUNDS = 7
const MAX_MORE_MS = 300
const MAX_RSS_MB = 80
const cli = new URL('../../../../packages/cli/', import.meta.url)

/** `keg local` as it is installed, from the command to its first line, against a Node that does nothing. */
export async function readyRows(): Promise<readonly Row[]> {
  // What is published is the built form; nx leaves it alone where nothing changed.
  execFileSync('nx', ['run', '@keg/cli:build', '--outputStyle=static'], { cwd: new URL('../..', cli), stdio: 'ignore' })
  const measured: { moreMs: number; rssMb: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const emptyMs = await emptyNodeMs()
    const { readyMs, rssMb } = await kegLocal()
    measured.push({ moreMs: readyMs - emptyMs, rssMb })
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
  return [
    row('keg-local/ready', 'ms', middle(measured.map(({ moreMs }) => moreMs)), MAX_MORE_MS, '<= 1'),
    row('keg-local/memory', 'MB', middle(measured.map(({ rssMb }) => rssMb)), MAX_RSS_MB, '<= 1'),
  ]
}

async function emptyNodeMs(): Promise<number> {
  const startMs = performance.now()
  await once(spawn(process.execPath, ['-e', '0']), 'exit')
  return performance.now() - startMs
}

async function kegLocal(): Promise<{ readyMs: number; rssMb: number }> {
  const startMs = performance.now()
  const child = spawn(process.execPath, [new URL('dist/main.js', cli).pathname, 'local', '--json'], { stdio: ['ignore', 'pipe', 'ignore'] })
  await once(createInterface({ input: child.stdout }), 'line')
  const readyMs = performance.now() - startMs
  const [, kilobytes = ''] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
  return { readyMs, rssMb: Number(kilobytes) / 1024 }
}
