import type { SiteConfig } from '../config/config.ts'
import { runGateway, type RunningGateway } from '../run-gateway.ts'
import type { ConfigChange, Host } from '../host/host.ts'

/** A gateway on its host, with whatever configuration it has now. */
export interface Serving {
  readonly ready: Pick<RunningGateway, 'port' | 'statusUrl'>
  /** Rejects when the gateway can't go on. */
  readonly failed: Promise<never>
  stop(): Promise<void>
}

/**
 * Runs a gateway on a host. Kegs that are configured anew are let in at once; where more changes, it starts again, and where that can't be
 * done, it goes on with the last configuration and says why.
 */
export async function serveOn(host: Host, log: (line: string) => void): Promise<Serving> {
  let config = await host.configuration()
  let running = await runGateway(host, config, log)
  await host.serving()
  const failed = Promise.withResolvers<never>()
  failed.promise.catch(() => undefined)
  let turn = Promise.resolve()
  let stopping = false

  async function take(change: ConfigChange): Promise<void> {
    if (stopping) return
    if (change.kind === 'refused') return running.kegsRefused(change.problem)
    if (change.kind === 'kegs') {
      config = { ...config, kegs: change.kegs }
      return running.setKegs(change.kegs)
    }
    log('the configuration has changed, the gateway starts again')
    await running.stop()
    running = await start(change.config)
  }
  async function start(next: SiteConfig): Promise<RunningGateway> {
    try {
      const started = await runGateway(host, next, log)
      config = next
      return started
    } catch (error) {
      const problem = `the new configuration can't be used, the last one stays: ${String(error)}`
      log(problem)
      const again = await runGateway(host, config, log)
      again.kegsRefused(problem)
      return again
    }
  }
  const unfollow = host.follow((change) => {
    // Where not even the last one works any more, nothing does.
    turn = turn.then(() => take(change)).catch((error: unknown) => failed.reject(error))
  })

  return {
    ready: running,
    failed: failed.promise,
    async stop() {
      stopping = true
      unfollow()
      await turn
      await running.stop()
      await host.close()
    },
  }
}
