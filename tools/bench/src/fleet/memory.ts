import { fork } from 'node:child_process'
import { once } from 'node:events'
import { row, type Row } from '../row.ts'

const THINGS = 10_000
const GOAL_MB = 100
const MB = 1024 * 1024

/** How much the core grows by things with a shadow and an execution each; V8's young generation stays at its smallest, as elsewhere. */
export async function memoryRow(): Promise<Row> {
  const child = fork(new URL('serve-things.ts', import.meta.url), [String(THINGS)], {
    execArgv: ['--conditions=@keg/source', '--expose-gc', '--disable-warning=ExperimentalWarning', '--max-semi-space-size=1'],
  })
  const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The core of the things ended with ${code}.`)))
  // What the child sends.
  const next = async () => (await Promise.race([once(child, 'message'), failed]))[0] as number
  const before = await next()
  const after = await next()
  failed.catch(() => undefined)
  child.kill('SIGKILL')
  return row(`fleet/memory-of-${THINGS}-things`, 'MB', (after - before) / MB, GOAL_MB, '<= 1')
}
