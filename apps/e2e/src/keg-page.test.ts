import { alert, telemetry } from '@keg/message-schemas/keg'
import { startSystem, type System } from '@keg/system'
import { findBrowser, NO_BROWSER, openSignedIn, startBrowser } from '@keg/system/browser'
import type { Browser, Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { eventually } from './eventually.ts'
import { watchedPage } from './watched-page.ts'

const found = findBrowser()
const kegId = 'keg-01'
const MARKUP = '<img src=x onerror=alert(1)>'
const MINUTE_MS = 60_000

describe.skipIf(!found)(`the page of a keg${found ? '' : ` (skipped: ${NO_BROWSER})`}`, () => {
  const parts = new AsyncDisposableStack()
  let system: System
  let page: Page
  let browser: Browser
  let complaints: string[]

  beforeAll(async () => {
    if (!found) return
    // Nobody is at the tap: what flows was ordered.
    const tap = { pauseMs: [3_600_000, 3_600_000], volumeMl: [100, 100], mlPerSec: 500 } as const
    system = parts.use(await startSystem({ kegs: 1, simulation: { tap } }))
    await measured(77, minutesAgo(30))
    await eventually(async () => (await (await system.api.fetch(`/kegs/${kegId}/readings`)).text()).includes('"max":77') || undefined)
    browser = await startBrowser(found)
    parts.defer(() => browser.close())
    ;({ page, complaints } = await watchedPage(browser, 1_280, 900))
    await openSignedIn(page, system.url, 'brewer')
    await page.goto(`${system.url}#/kegs/${kegId}`)
    await page.getByText('live', { exact: true }).waitFor()
  }, 60_000)
  afterAll(() => parts.disposeAsync(), 60_000)

  /** The beginning of a minute, and so of a point of each range. */
  const minutesAgo = (minutes: number) => (Math.floor(Date.now() / MINUTE_MS) - minutes) * MINUTE_MS
  /** Has the keg say what it measured at a time. */
  const measured = (celsius: number, takenAtMs: number) =>
    system.cloud.iot.publish(telemetry.topic.format({ siteId: 'berlin', kegId }), Buffer.from(telemetry.encode({
      v: 1, bootId: `of ${takenAtMs}`, seq: 0, takenAtMs, celsius, kilopascal: 200, pouring: false, cooling: false,
    })), { qos: 1 })
  const region = (name: string) => page.getByRole('region', { name, exact: true })
  /** Goes on by the Tab key until the focus is there. */
  const tabTo = async (name: string) => {
    const at = page.getByLabel(name, { exact: true })
    for (let steps = 0; steps < 80; steps += 1) {
      if (await at.evaluate((element) => element === element.ownerDocument.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The Tab key does not lead to ${name}.`)
  }

  it('draws what it measured, and goes on as it comes', async () => {
    const measurements = region('Measurements')
    await measurements.getByRole('img', { name: /to 77\.0 °C/ }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await measurements.getByRole('button', { name: 'Table' }).click()
    const rows = measurements.getByRole('row')
    await rows.filter({ hasText: '77.0 °C' }).waitFor()
    // From here on nothing can be read from the API: what is new comes over the line.
    await page.route('**/readings?*', () => undefined)
    const recently = minutesAgo(10)
    await measured(66, recently)
    await measured(66, recently + 20)
    await measurements.getByRole('row', { name: / 66\.0 °C 66\.0 to 66\.0 °C 200 kPa 2 0$/ }).waitFor()
    expect(await rows.filter({ hasText: '77.0 °C' }).count()).toBe(1)
    await page.unroute('**/readings?*')
    await measurements.getByRole('button', { name: '7 days' }).click()
    await rows.filter({ hasText: '77.0 °C' }).waitFor()
    expect(new URL(page.url()).hash).toBe(`#/kegs/${kegId}?range=7d`)
    expect(await seriousFaults(page)).toEqual([])
    await measurements.getByRole('button', { name: 'Table' }).click()
  })

  it('reads what it missed while the line was cut', async () => {
    const theirs = await (await browser.newContext()).newPage()
    const lines: WebSocketRoute[] = []
    let isCut = false
    await theirs.routeWebSocket(/\/mqtt$/, (line) => {
      if (isCut) return void line.close()
      line.connectToServer()
      lines.push(line)
    })
    await openSignedIn(theirs, system.url, 'brewer')
    await theirs.goto(`${system.url}#/kegs/${kegId}`)
    await theirs.getByText('live', { exact: true }).waitFor()
    await theirs.getByRole('button', { name: 'Table' }).click()
    isCut = true
    for (const line of lines) await line.close()
    await theirs.getByText('line lost, trying again …').waitFor()
    await measured(55, Date.now())
    isCut = false
    await theirs.getByRole('row').filter({ hasText: / to 55\.0 °C/ }).waitFor()
    await theirs.context().close()
  })

  it('sets a target by the keyboard alone, which becomes done', async () => {
    await tabTo('Target, °C')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('3.5')
    await page.keyboard.press('Enter')
    await page.getByLabel('state of Target, °C').getByText('done').waitFor()
    await region('Settings').getByRole('row', { name: /target temperature 3\.5 °C 3\.5 °C in sync/ }).waitFor()
    await page.getByText('Target, °C: done').waitFor({ state: 'attached' })
  })

  it('says what is wrong with a wish beside it, and keeps what was typed', async () => {
    const input = page.getByLabel('Target, °C', { exact: true })
    await input.evaluate((element) => element.removeAttribute('max'))
    await input.fill('40')
    await input.press('Enter')
    await region('Settings').getByRole('alert').filter({ hasText: /12/ }).waitFor()
    expect([await input.inputValue(), await input.getAttribute('aria-invalid')]).toEqual(['40', 'true'])
    // The refusal itself is one line of the browser's own.
    expect(complaints.splice(0)).toEqual([expect.stringContaining('400')])
  })

  it('gives a command that succeeds, and its pour is in the ledger', async () => {
    await page.getByLabel('Pour, ml').fill('120')
    await page.getByLabel('Pour, ml').press('Enter')
    const row = region('Commands').getByRole('row', { name: /pour 120 ml/ })
    await row.getByText('done', { exact: true }).waitFor()
    await region('Pours').getByRole('row', { name: /120 ml/ }).waitFor()
  })

  it('shows what is wrong at it until that is over, as text', async () => {
    const said = (event: 'raised' | 'cleared') =>
      system.cloud.iot.publish(alert.topic.format({ siteId: 'berlin', kegId }), Buffer.from(alert.encode({
        v: 1, bootId: 'b', seq: event === 'raised' ? 0 : 1, takenAtMs: 1_790_000_000_000, alertId: 'a-1', kind: 'gasLow', event,
        message: `${MARKUP} ${'\u202e'}${'w'.repeat(300)}`,
      })), { qos: 1 })
    await said('raised')
    await region('Open alerts').getByText(MARKUP).waitFor()
    await page.getByText('1 open alert', { exact: true }).waitFor()
    for (const width of [360, 1_280]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await page.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBe(width)
    }
    expect(await page.locator('img').count()).toBe(0)
    await said('cleared')
    await page.getByText('no open alert', { exact: true }).waitFor()
  })

  it('takes a command back that the keg has not begun, being away', async () => {
    await system.devices.kill()
    await page.getByRole('button', { name: 'Reboot …' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Reboot' }).click()
    const row = region('Commands').getByRole('row', { name: /reboot/ })
    await row.getByRole('button', { name: /^Cancel: reboot/ }).click()
    await row.getByText('failed').waitFor()
    await row.getByText('it was cancelled').waitFor()
  })

  it.each(['.', 'k'.repeat(10_000)])('has no page for a name that no keg can have', async (name) => {
    const theirs = await (await browser.newContext()).newPage()
    await openSignedIn(theirs, system.url, 'brewer')
    await theirs.goto(`${system.url}#/kegs/${name}`)
    await theirs.getByRole('heading', { name: 'No such keg' }).waitFor()
    await theirs.context().close()
  })

  it('has no forms for a viewer, and nothing for who may not see it', async () => {
    const opened = async (username: string) => {
      const theirs = await (await browser.newContext()).newPage()
      await openSignedIn(theirs, system.url, username)
      await theirs.goto(`${system.url}#/kegs/${kegId}`)
      return theirs
    }
    const viewers = await opened('viewer')
    await viewers.getByRole('row', { name: /pour 120 ml/ }).waitFor()
    await viewers.getByText('may', { exact: true }).first().waitFor()
    await viewers.getByRole('region', { name: 'Connections' }).getByText('the line was cut (CONNECTION_LOST)').waitFor()
    expect(await viewers.locator('form, input, select').count()).toBe(0)
    const others = await opened('keeper-munich')
    await others.getByRole('heading', { name: 'No such keg' }).waitFor()
    expect(complaints).toEqual([])
  })
})
