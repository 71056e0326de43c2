import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { row, type Row } from './row.ts'

const ROUNDS = 7
const cli = new URL('../../../packages/cli/', import.meta.url)

/** What a command is measured by. */
export interface ReadyGoals {
  /** How much longer than a Node that does nothing it may take. */
  readonly moreMs: number
  readonly rssMb: number
}

/** A verb of `keg` as it is installed, from the command to its first line, against a Node that does nothing: the middle of some rounds. */
export async function readyRows(name: string, args: readonly string[], goals: ReadyGoals): Promise<readonly Row[]> {
  // What is published is the built form; nx leaves it alone where nothing changed.
  execFileSync('nx', ['run', '@keg/cli:build', '--outputStyle=static'], { cwd: new URL('../..', cli), stdio: 'ignore' })
  const measured: { moreMs: number; rssMb: number }[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const emptyMs = await emptyNodeMs()
    const { readyMs, rssMb } = await ready(args)
    measured.push({ moreMs: readyMs - emptyMs, rssMb })
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN
  return [
    row(`${name}/ready`, 'ms', middle(measured.map(({ moreMs }) => moreMs)), goals.moreMs, '<= 1'),
    row(`${name}/memory`, 'MB', middle(measured.map(({ rssMb }) => rssMb)), goals.rssMb, '<= 1'),
  ]
}

async function emptyNodeMs(): Promise<number> {
  const startMs = performance.now()
  await once(spawn(process.execPath, ['-e', '0']), 'exit')
  return performance.now() - startMs
}

async function ready(args: readonly string[]): Promise<{ readyMs: number; rssMb: number }> {
  const startMs = performance.now()
  const child = spawn(process.execPath, [fileURLToPath(new URL('dist/main.js', cli)), ...args, '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(createInterface({ input: child.stdout }), 'line')
  const readyMs = performance.now() - startMs
  const [, kilobytes = ''] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
  return { readyMs, rssMb: Number(kilobytes) / 1024 }
}
