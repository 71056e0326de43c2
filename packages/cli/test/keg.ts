import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { vi } from 'vitest'
import { runVerb } from './in-process.ts'

const main = join(import.meta.dirname, '../src/main.ts')

/** Starts the command as a user would. */
export const startKeg = (line: string[], env: Record<string, string> = {}, cwd = process.cwd()) =>
  spawn(process.execPath, ['--conditions=@keg/source', main, ...line], { stdio: 'pipe', cwd, env: { ...process.env, ...env } })

/** Runs the command to its end: in this process, unless it has an `input` on its stdin. */
export async function keg(line: string[], input = '', env: Record<string, string> = {}) {
  if (input === '') return within(env, () => inProcess(line))
  const child = startKeg(line, env)
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  // An exit event's first argument is the code.
  return { code: code as number | null, out, err }
}

async function inProcess(line: string[]) {
  const { code, out, err } = await runVerb(...line)
  const printed = (lines: string) => (lines === '' ? '' : `${lines}\n`)
  return { code, out: printed(out), err: printed(err) }
}

/** Does something while the environment has these, too. */
async function within<T>(env: Record<string, string>, work: () => Promise<T>): Promise<T> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value)
  try {
    return await work()
  } finally {
    vi.unstubAllEnvs()
  }
}
