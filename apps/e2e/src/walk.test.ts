import { alert } from '@keg/message-schemas/keg'
import { startSystem, type System } from '@keg/system'
import type { Browser, Page } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser, NO_BROWSER, startBrowser } from './browser.ts'
import { openSignedIn } from './sign-in-page.ts'

const screenshots = fileURLToPath(new URL('../.screenshots/', import.meta.url))
const found = findBrowser()

// The page is the witness here: a real browser, a real page, the device program as its own process.
describe.skipIf(!found)(`a pour goes up and a command comes down${found ? '' : ` (skipped: ${NO_BROWSER})`}`, () => {
  let system: System
  let browser: Browser
  let page: Page
  const complaints: string[] = []

  beforeAll(async () => {
    if (!found) return
    system = await startSystem({ kegs: 2, simulation: { tap: { pauseMs: [500, 1_500], volumeMl: [200, 400], mlPerSec: 300 } } })
    browser = await startBrowser(found)
    page = await browser.newPage({ viewport: { width: 1_100, height: 800 } })
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text())
    })
    page.on('pageerror', (error) => complaints.push(error.message))
    await openSignedIn(page, system.url, 'brewer')
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await system?.close()
  }, 60_000)

  const keg = (kegId: string) => page.getByRole('article', { name: kegId })

  it('shows the kegs live', async () => {
    await page.getByText('live', { exact: true }).waitFor()
    for (const { kegId } of system.kegs) {
      await keg(kegId).getByText(/\d\.\d/).first().waitFor()
    }
  })

  it('shows a pour with the volume that the ledger has', async () => {
    const poured = keg('keg-01').locator('[data-pour-id]').first()
    await poured.waitFor()
    const pourId = await poured.getAttribute('data-pour-id')
    const shown = await poured.textContent()
    const answer = await system.api.fetch('/kegs/keg-01/pours?limit=1000')
    const { items } = (await answer.json()) as { items: { pourId: string; volumeMl: number }[] }
    const inLedger = items.find((pour) => pour.pourId === pourId)
    expect(inLedger?.volumeMl).toBeGreaterThanOrEqual(200)
    expect(shown).toContain(`${inLedger?.volumeMl} ml`)
  })

  it('takes a command from pending to done', async () => {
    const command = keg('keg-02').getByLabel('command to keg-02')
    // The answer comes within a few milliseconds: it is held back until the page was seen waiting for it.
    const seenPending = Promise.withResolvers<undefined>()
    await page.route('**/settings', async (route) => {
      await seenPending.promise
      await route.continue()
    })
    await keg('keg-02').getByRole('spinbutton').fill('2.5')
    await keg('keg-02').getByRole('button', { name: 'Set' }).click()
    await command.filter({ hasText: 'pending' }).waitFor()
    seenPending.resolve(undefined)
    await command.filter({ hasText: 'done' }).waitFor()
    await keg('keg-02').getByText('2.5 °C').waitFor()
    // The cooler obeys, and the page sees it.
    await keg('keg-02').getByText('cooling').waitFor()
  })

  it('shows what is wrong at a keg until it is over', async () => {
    const said = (event: 'raised' | 'cleared') =>
      system.cloud.iot.publish(alert.topic.format({ siteId: 'berlin', kegId: 'keg-01' }), Buffer.from(alert.encode({
        v: 1, bootId: 'b', seq: event === 'raised' ? 0 : 1, takenAtMs: 1_790_000_000_000, alertId: 'a-1', kind: 'gasLow', event,
        message: 'The gas is nearly out',
      })), { qos: 1 })
    const shown = page.getByRole('region', { name: 'alerts' }).getByText('The gas is nearly out')
    await said('raised')
    await shown.waitFor()
    await said('cleared')
    await shown.waitFor({ state: 'detached' })
  })

  it('says what is wrong with a target that the keg can not have', async () => {
    const input = keg('keg-01').getByRole('spinbutton')
    await input.evaluate((element) => element.removeAttribute('max'))
    await input.fill('40')
    await keg('keg-01').getByRole('button', { name: 'Set' }).click()
    await keg('keg-01').getByRole('alert').filter({ hasText: 'targetCelsius' }).waitFor()
    // The refusal itself is one line of the browser's own.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('400')])
  })

  it('shows somebody what is at their site, and a viewer nothing to command with, until they sign out', async () => {
    const context = await browser.newContext()
    const theirs = await context.newPage()
    await openSignedIn(theirs, system.url, 'viewer')
    await theirs.getByRole('article', { name: 'keg-01' }).getByText('pours').waitFor()
    await theirs.getByText('viewer, viewer of berlin').waitFor()
    await theirs.getByText('live', { exact: true }).waitFor()
    expect(await theirs.getByRole('article').count()).toBe(1)
    expect(await theirs.getByRole('button', { name: 'Set' }).count()).toBe(0)
    const another = await context.newPage()
    await another.goto(system.url)
    await another.getByText('live', { exact: true }).waitFor()
    await theirs.getByRole('button', { name: 'Sign out' }).click()
    // Whoever signs out does so in every tab, and has to give the password again.
    for (const tab of [theirs, another]) await tab.getByLabel('Password').waitFor()
    await context.close()
  })

  it('keeps a screenshot, and nothing complained', async () => {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: `${screenshots}fleet.png`, fullPage: true })
    expect(complaints).toEqual([])
  })
})
