import { isDeepStrictEqual } from 'node:util'
import type { SiteConfig } from '../config.ts'
import { runGateway, type RunningGateway } from '../run-gateway.ts'
import type { Host } from './host.ts'

/** A gateway on its host, with whatever configuration it has now. */
export interface Serving {
  readonly ready: Pick<RunningGateway, 'port' | 'statusUrl'>
  /** Rejects when the gateway can't go on. */
  readonly failed: Promise<never>
  stop(): Promise<void>
}

/** Runs a gateway on a host. Where the configuration changes, it starts again with the new one; where that can't be used, it goes on with the old one and says why. */
export async function serveOn(host: Host, log: (line: string) => void): Promise<Serving> {
  let config = await host.configuration()
  let running = await runGateway(host, config, log)
  await host.serving()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => undefined)
  /** What was configured last, whether it could be used or not: several events tell of one change. */
  let seen = config
  let turn = Promise.resolve()
  let stopping = false

  async function change(): Promise<void> {
    if (stopping) return
    const next = await host.configuration()
    if (isDeepStrictEqual(next, seen)) return
    seen = next
    log('the configuration has changed, the gateway starts again')
    await running.stop()
    running = await start(next)
  }
  async function start(next: SiteConfig): Promise<RunningGateway> {
    try {
      const started = await runGateway(host, next, log)
      config = next
      return started
    } catch (error) {
      log(`the new configuration can't be used, the last one stays: ${String(error)}`)
      return runGateway(host, config, log).catch((worse: unknown) => {
        failed.reject(worse)
        throw worse
      })
    }
  }
  host.onChange(() => {
    turn = turn.then(change).catch((error: unknown) => log(`the configuration was not taken: ${error instanceof Error ? error.message : String(error)}`))
  })

  return {
    ready: running,
    failed: failed.promise,
    async stop() {
      stopping = true
      await turn
      await running.stop()
      await host.close()
    },
  }
}
