import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const main = join(import.meta.dirname, '../src/main.ts')

/** Starts the command as a user would. */
export const startKeg = (line: string[], env: Record<string, string> = {}, cwd = process.cwd()) =>
  spawn(process.execPath, ['--conditions=@keg/source', main, ...line], { stdio: 'pipe', cwd, env: { ...process.env, ...env } })

/** Runs the command to its end, with `input` on its stdin. */
export async function keg(line: string[], input = '', env?: Record<string, string>) {
  const child = startKeg(line, env)
  child.stdin.end(input)
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  // An exit event's first argument is the code.
  return { code: code as number | null, out, err }
}
