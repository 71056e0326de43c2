import { alert } from '@keg/message-schemas/keg'
import { startSystem, type System } from '@keg/system'
import { findBrowser, NO_BROWSER, openSignedIn, startBrowser } from '@keg/system/browser'
import type { Browser, Page } from 'playwright-core'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { watchedPage } from './watched-page.ts'

const screenshots = fileURLToPath(new URL('../.screenshots/', import.meta.url))
const found = findBrowser()

// The page is the witness here: a real browser, a real page, the device program as its own process.
describe.skipIf(!found)(`a pour goes up and a command comes down${found ? '' : ` (skipped: ${NO_BROWSER})`}`, () => {
  let system: System
  let browser: Browser
  let page: Page
  let complaints: string[]

  beforeAll(async () => {
    if (!found) return
    system = await startSystem({ kegs: 2, simulation: { tap: { pauseMs: [500, 1_500], volumeMl: [200, 400], mlPerSec: 300 } } })
    browser = await startBrowser(found)
    ;({ page, complaints } = await watchedPage(browser, 1_100, 800))
    await openSignedIn(page, system.url, 'brewer')
  }, 60_000)

  afterAll(async () => {
    await browser?.close()
    await system?.close()
  }, 60_000)

  const keg = (kegId: string) => page.getByRole('row', { name: kegId })

  it('shows the kegs live', async () => {
    await page.getByText('live', { exact: true }).waitFor()
    for (const { kegId } of system.kegs) {
      await keg(kegId).getByText(/\d\.\d/).first().waitFor()
      await keg(kegId).getByText('connected').waitFor()
    }
  })

  it('shows a pour with the volume that the ledger has', async () => {
    const poured = keg('keg-01').locator('[data-total-ml]:not([data-total-ml="0"])')
    await poured.waitFor()
    const shown = Number(await poured.getAttribute('data-total-ml'))
    const answer = await system.api.fetch('/kegs/keg-01/pours?limit=1000')
    const { items } = (await answer.json()) as { items: { volumeMl: number }[] }
    const sums = items.toReversed().reduce<number[]>((before, { volumeMl }) => [...before, (before.at(-1) ?? 0) + volumeMl], [])
    expect(sums).toContain(shown)
  })

  it('sets the target of many kegs at once, after a look at which they are', async () => {
    await page.getByRole('button', { name: 'Select all 2' }).click()
    await page.getByRole('button', { name: 'Set target of 2 kegs' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('keg-01, keg-02').or(dialog.getByText('keg-02, keg-01')).waitFor()
    await dialog.getByRole('spinbutton').fill('2.5')
    await dialog.getByRole('button', { name: 'Set' }).click()
    await dialog.getByText('2 asked, 0 refused, of 2.').waitFor()
    await dialog.getByRole('button', { name: 'Close' }).click()
    for (const { kegId } of system.kegs) await keg(kegId).getByText('of 2.5').waitFor()
    // The cooler obeys, and the page sees it.
    await keg('keg-02').getByText('cooling').waitFor()
  })

  it('asks those for whom the dialog was opened, whatever was refused in one before', async () => {
    const asked: string[] = []
    await page.route('**/settings', async (route) => {
      asked.push(new URL(route.request().url()).pathname)
      await route.fulfill({ status: 503, json: {} })
    })
    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Set target of 2 kegs' }).click()
    await dialog.getByRole('button', { name: 'Set' }).click()
    await dialog.getByText('0 asked, 2 refused, of 2.').waitFor()
    await page.keyboard.press('Escape')
    await page.getByLabel('select keg-01').uncheck()
    await page.getByRole('button', { name: 'Set target of 1 keg …' }).click()
    await dialog.getByText('keg-02', { exact: true }).waitFor()
    await dialog.getByRole('button', { name: 'Set' }).click()
    await dialog.getByText('0 asked, 1 refused, of 1.').waitFor()
    expect(asked.map((path) => path.split('/').at(-2)).sort()).toEqual(['keg-01', 'keg-02', 'keg-02'])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByLabel('select keg-01').check()
    await page.unroute('**/settings')
    // A refusal is a line of the browser's own.
    expect(complaints.splice(0)).toEqual([1, 2, 3].map(() => expect.stringContaining('503')))
  })

  it('keeps in its address what somebody looks at', async () => {
    await page.getByRole('searchbox', { name: 'find' }).fill('keg-02')
    await keg('keg-01').waitFor({ state: 'detached' })
    expect(new URL(page.url()).hash).toBe('#/?q=keg-02')
    await page.goto(`${system.url}#/?query=${encodeURIComponent('shadow.reported.targetCelsius:2.5 AND thingName:keg-01')}`)
    await page.getByText('1 of 2 kegs.').waitFor()
    await page.getByLabel('in the language of AWS IoT').fill('shadow.reported.targetCelsius:')
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('alert').filter({ hasText: /query/i }).waitFor()
    await page.getByRole('button', { name: 'All kegs' }).click()
    await page.getByText('All 2 kegs.').waitFor()
    // The refusal itself is one line of the browser's own.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('400')])
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

  it('says at once that nothing could be sent without a network, and sends nothing later', async () => {
    const sent: string[] = []
    page.on('request', (request) => void (request.method() === 'PUT' && sent.push(request.url())))
    await page.goto(`${system.url}#/kegs/keg-02`)
    const target = page.getByLabel('Target, °C', { exact: true })
    await target.waitFor()
    await page.context().setOffline(true)
    await page.getByText('line lost').waitFor()
    await target.fill('7')
    await target.press('Enter')
    await page.getByRole('region', { name: 'Settings', exact: true }).getByRole('alert').first().waitFor()
    // A page that nobody has opened yet opens all the same.
    await page.getByRole('link', { name: 'Jobs' }).click()
    await page.getByRole('heading', { name: 'Jobs' }).waitFor()
    const before = sent.length
    await page.context().setOffline(false)
    await page.getByText('live', { exact: true }).waitFor()
    await page.goto(`${system.url}#/`)
    await keg('keg-02').getByText('of 2.5').waitFor()
    expect(sent.length).toBe(before)
    complaints.splice(0)
  })

  it('shows somebody what is at their site, and a viewer nothing to command with, until they sign out', async () => {
    const context = await browser.newContext()
    const theirs = await context.newPage()
    await openSignedIn(theirs, system.url, 'viewer')
    await theirs.getByRole('row', { name: 'keg-01' }).waitFor()
    await theirs.getByText('viewer, viewer of berlin').waitFor()
    await theirs.getByText('live', { exact: true }).waitFor()
    await theirs.getByText('All 1 keg.').waitFor()
    expect(await theirs.getByRole('button', { name: /^Set/ }).count()).toBe(0)
    const another = await context.newPage()
    await another.goto(system.url)
    await another.getByText('live', { exact: true }).waitFor()
    await theirs.getByRole('button', { name: 'Sign out' }).click()
    // Whoever signs out does so in every tab, and has to give the password again.
    for (const tab of [theirs, another]) await tab.getByLabel('Password').waitFor()
    await context.close()
  })

  it('keeps nobody out', async () => {
    expect(await seriousFaults(page)).toEqual([])
    // By the keyboard alone: from the table's first keg to the second, and to its page.
    await keg('keg-01').getByRole('link').focus()
    const first = await page.evaluate('document.activeElement?.textContent')
    await page.keyboard.press(first === 'keg-01' ? 'ArrowDown' : 'ArrowUp')
    await page.locator('a:focus', { hasText: 'keg-02' }).waitFor()
  })

  it('keeps a screenshot, and nothing complained', async () => {
    mkdirSync(screenshots, { recursive: true })
    await page.screenshot({ path: `${screenshots}fleet.png`, fullPage: true })
    expect(complaints).toEqual([])
  })
})
