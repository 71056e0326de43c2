import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMosquitto } from './mosquitto.ts'

export type Transport = 'tcp' | 'tls' | 'ws'
export type BrokerName = 'local-iot' | 'mqtt-broker' | 'aedes' | 'mosquitto'

/** What a broker's process says when it listens. */
export interface Ready {
  readonly transport: Transport
  readonly port: number
  readonly tls?: { readonly ca: string; readonly cert?: string; readonly key?: string } | undefined
  /** What lets a client in where there is no certificate. */
  readonly username?: string | undefined
}

/** A broker in a process of its own. */
export interface ServerUnderTest extends AsyncDisposable {
  readonly ready: Ready
  /** Of its process. */
  readonly pid: number
  /** Its resident memory after a garbage collection, bytes. */
  rssBytes(): Promise<number>
}

export interface ServerOptions {
  /** How many are installed on ours: one of them matches `bench/#`, the others nothing. */
  readonly rules?: number
  /** Whether ours has a rule that republishes `bench/from/+`. */
  readonly republish?: boolean
  /** Flags for V8. */
  readonly v8?: readonly string[]
}

/** Starts a broker. */
export async function startServer(
  broker: BrokerName, transport: Transport, { v8 = [], ...options }: ServerOptions = {},
): Promise<ServerUnderTest> {
  if (broker === 'mosquitto') return startMosquitto(transport)
  const args = [transport, JSON.stringify(options)]
  const execArgv = ['--conditions=@keg/source', '--expose-gc', '--disable-warning=ExperimentalWarning', ...v8]
  // It is killed in the end, and can't remove what it made.
  const folder = mkdtempSync(join(tmpdir(), 'keg-bench-'))
  const child = fork(new URL(`serve-${broker}.ts`, import.meta.url), args, { execArgv, env: { ...process.env, TMPDIR: folder } })
  const next = async <T>(): Promise<T> => {
    const failed = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${broker} ended with ${code}.`)))
    // What the child sends is what its side of this file says.
    return (await Promise.race([once(child, 'message'), failed]))[0] as T
  }
  const ready = await next<Ready>()
  return {
    ready,
    pid: child.pid ?? 0,
    async rssBytes() {
      const answered = next<number>()
      child.send('rss')
      return answered
    },
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}

/** The child's side: says that it listens, and answers how much memory it has. */
export function serve(ready: Ready): void {
  process.on('message', () => {
    globalThis.gc?.()
    process.send?.(process.memoryUsage.rss())
  })
  process.send?.(ready)
}
