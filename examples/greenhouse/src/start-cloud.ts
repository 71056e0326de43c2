import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** What `keg run --json` says in its first line. */
export interface Ready {
  readonly endpoint: string
  readonly region: string
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly outputs: { readonly Greenhouse: Readonly<Record<string, string>> }
  readonly iot: { readonly endpoints: { readonly mqtts: string; readonly wss: string }; readonly caFile: string }
}

/** Runs the synthesized app on this machine, until it is disposed. */
export async function startCloud(): Promise<Ready & AsyncDisposable> {
  const keg = fileURLToPath(new URL('../node_modules/.bin/keg', import.meta.url))
  const child = spawn(process.execPath, [keg, 'run', 'cdk.out', '--json'], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`keg run ended with ${code}.`)))
  ended.catch(() => undefined)
  const [ready] = await Promise.race([once(createInterface(child.stdout), 'line'), ended])
  const close = async () => {
    child.kill('SIGINT')
    await once(child, 'exit')
  }
  return { ...JSON.parse(String(ready)) as Ready, [Symbol.asyncDispose]: close }
}
