import { findBrowser, NO_BROWSER, openSignedIn, startBrowser } from '@keg/system/browser'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { CDPSession, Page } from 'playwright-core'
import type { FleetAnswer, FleetCommand } from './fleet-kegs.ts'
import { pageProbe, type Probe } from './page-probe.ts'

/** A fleet in a process of its own, and a page that shows it. */
export interface ShownFleet {
  readonly page: Page
  readonly inspector: CDPSession
  /** Has the fleet do something, and answers what it sent. */
  send(command: FleetCommand): Promise<Extract<FleetAnswer, { kind: 'done' }>['sent']>
  /** What the page's probe has seen so far. */
  probe(): Promise<Probe>
}

interface FleetOptions {
  readonly kegs: number
  /** Whether messages beyond AWS's quotas are held up, or only told of. */
  readonly quotas: 'enforce' | 'warn'
  /** Of the browser's window, in pixels. */
  readonly height: number
  /** Whether the probe looks at every reading, which costs the page time. */
  readonly readings: boolean
}

/** Runs the system with so many kegs, and opens the brewer's page in a browser as tall as asked for, for as long as the work takes. */
export async function withFleet<Result>(
  { kegs, quotas, height, readings }: FleetOptions,
  work: (fleet: ShownFleet) => Promise<Result>,
): Promise<Result> {
  const found = findBrowser()
  if (found === undefined) throw new Error(NO_BROWSER)
  await using parts = new AsyncDisposableStack()
  const served = fork(fileURLToPath(new URL('serve-fleet.ts', import.meta.url)), [String(kegs), quotas], {
    execArgv: ['--conditions=@keg/source'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(served, 'exit')
  parts.defer(async () => {
    if (served.connected) served.disconnect()
    await ended
  })
  const said = async <Kind extends FleetAnswer['kind']>(kind: Kind): Promise<Extract<FleetAnswer, { kind: Kind }>> => {
    const [answer] = (await Promise.race([
      once(served, 'message'), ended.then(() => Promise.reject(new Error('The fleet ended.'))),
    ])) as [FleetAnswer]
    if (answer.kind !== kind) throw new Error(`The fleet says ${answer.kind}, not ${kind}.`)
    // Its kind was looked at.
    return answer as Extract<FleetAnswer, { kind: Kind }>
  }
  const { url, password } = await said('ready')
  const browser = await startBrowser(found)
  parts.defer(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1_280, height } })
  await page.addInitScript(pageProbe(readings))
  await openSignedIn(page, url, 'brewer', password)
  const isLive = () => page.getByText('live', { exact: true }).waitFor()
  await isLive()
  // Functions start with their first call: what is measured comes after it.
  await page.getByText(`All ${kegs} kegs.`).waitFor({ timeout: 120_000 })
  await page.reload()
  await isLive()
  // What it works with goes as it has ended.
  return await work({
    page, inspector: await page.context().newCDPSession(page),
    send: async (command) => {
      served.send(command)
      return (await said('done')).sent
    },
    // What the probe leaves there.
    probe: async () => await page.evaluate('probe') as Probe,
  })
}
