import { findBrowser, NO_BROWSER, openSignedIn, startBrowser } from '@keg/system/browser'
import { startManyKegs, type ManyKegs, type ManyKegsOptions } from '@keg/system/many-kegs'
import type { CDPSession, Page } from 'playwright-core'
import { pageProbe, type Probe } from './page-probe.ts'

/** Kegs in a process of their own, and a page that shows them. */
export interface ShownFleet extends Pick<ManyKegs, 'send'> {
  readonly page: Page
  readonly inspector: CDPSession
  /** What the page's probe has seen so far. */
  probe(): Promise<Probe>
}

interface FleetOptions extends ManyKegsOptions {
  /** Of the browser's window, in pixels. */
  readonly height: number
  /** Whether the probe looks at every reading, which costs the page time. */
  readonly readings: boolean
}

/** Runs the system with so many kegs, and opens the brewer's page in a browser, for as long as the work takes. */
export async function withFleet<Result>(
  { height, readings, ...options }: FleetOptions, work: (fleet: ShownFleet) => Promise<Result>,
): Promise<Result> {
  const found = findBrowser()
  if (found === undefined) throw new Error(NO_BROWSER)
  await using parts = new AsyncDisposableStack()
  const { url, password, send } = parts.use(await startManyKegs(options))
  const browser = await startBrowser(found)
  parts.defer(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 1_280, height } })
  await page.addInitScript(pageProbe(readings))
  await openSignedIn(page, url, 'brewer', password)
  const isLive = () => page.getByText('live', { exact: true }).waitFor()
  await isLive()
  // Functions start with their first call: what is measured comes after it.
  await page.getByText(`All ${options.kegs} kegs.`).waitFor({ timeout: 120_000 })
  await page.reload()
  await isLive()
  const inspector = await page.context().newCDPSession(page)
  // What it works with goes as it has ended; the probe leaves what it has seen there.
  return await work({ page, inspector, send, probe: async () => await page.evaluate('probe') as Probe })
}
