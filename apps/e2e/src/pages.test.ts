import { pour, telemetry } from '@keg/message-schemas/keg'
import { startSystem, type System } from '@keg/system'
import { findBrowser, NO_BROWSER, openSignedIn, startBrowser } from '@keg/system/browser'
import mqtt from 'mqtt'
import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './axe.ts'
import { watchedPage } from './watched-page.ts'

const found = findBrowser()
const MARKUP = '<img src=x onerror=alert(1)>'

describe.skipIf(!found)(`the pages beside the fleet${found ? '' : ` (skipped: ${NO_BROWSER})`}`, () => {
  const parts = new AsyncDisposableStack()
  let system: System
  let page: Page
  let browser: Browser
  let complaints: string[]

  beforeAll(async () => {
    if (!found) return
    // The first keg is behind a gateway, the second by itself.
    const tap = { pauseMs: [500, 1_500], volumeMl: [200, 400], mlPerSec: 300 } as const
    system = parts.use(await startSystem({ kegs: 2, behindGateway: 1, simulation: { tap } }))
    browser = await startBrowser(found)
    parts.defer(() => browser.close())
    ;({ page, complaints } = await watchedPage(browser, 1_100, 800))
    await openSignedIn(page, system.url, 'brewer')
  }, 60_000)
  afterAll(() => parts.disposeAsync(), 60_000)

  const goTo = (name: string) => page.getByRole('navigation').getByRole('link', { name }).click()

  it('show what flows failed with, and replay it', async () => {
    const publish = (topic: string, payload: Uint8Array | string) => system.cloud.iot.publish(topic, Buffer.from(payload), { qos: 1 })
    await publish(pour.topic.format({ siteId: 'berlin', kegId: 'keg-99' }), `half a pour ${MARKUP}`)
    // Of a keg that nobody has let in, whoever sends it.
    await publish(telemetry.topic.format({ siteId: 'berlin', kegId: 'keg-99' }), telemetry.encode({
      v: 1, bootId: 'b', seq: 0, takenAtMs: 1_790_000_000_000, celsius: 4, kilopascal: 110, pouring: false, cooling: false,
    }))
    await goTo('Quarantine')
    const poison = page.getByRole('article', { name: /^pours: .*not JSON/ })
    await poison.locator('summary').click()
    await poison.getByText('keg/berlin/keg-99/pours').waitFor()
    await poison.locator('pre').filter({ hasText: MARKUP }).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    await poison.getByRole('button', { name: 'Replay' }).click()
    await poison.getByText('failed again').waitFor()
    const strange = page.getByRole('article', { name: /^telemetry: the registry has no keg keg-99/ })
    await strange.getByRole('button', { name: 'Replay' }).click()
    await strange.getByText('✓ replayed').waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('try a rule on what comes, and say why it does not fire', async () => {
    await goTo('Rules')
    const sql = page.getByLabel('SQL')
    await sql.fill("SELECT topic(3) AS kegId FROM 'keg/+/+/telemetry' WHERE celsius > 90")
    const live = page.getByRole('region', { name: 'On what comes now' })
    await live.getByText(/celsius > 90 is false: [\d.]+ > 90/).first().waitFor()
    await sql.fill("SELECT topic(3) AS kegId FROM 'keg/+/+/telemetry' WHERE celsius > 0")
    await live.getByText('{"kegId":"keg-02"}').first().waitFor()
    const own = page.getByRole('region', { name: 'On a message of your own' })
    await own.getByLabel('payload').fill('{ "celsius": "<b>warm</b>" }')
    await own.getByText('not matched').click()
    await own.getByText('<b>warm</b>').first().waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await sql.fill("SELEC topic(3) FROM 'a'")
    await page.getByText(/error, line 1, column 1: /).waitFor()
  })

  it('tell how the line does', async () => {
    await goTo('Run')
    await page.getByText(/^\d+ ms$/).waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('show how far a job has come, and take one back', async () => {
    const { iot } = system.cloud
    const targetsOf = (kegId: string) => [`arn:aws:iot:${system.cloud.region}:${iot.accountId}:thing/${kegId}`]
    const document = JSON.stringify({ kind: 'settings', settings: { targetCelsius: 3 } })
    await iot.call('CreateJob', {
      jobId: 'colder', targets: targetsOf('keg-02'), document, description: MARKUP, jobExecutionsRolloutConfig: { maximumPerMinute: 50 },
    })
    await iot.call('CreateThing', { thingName: 'keg-98' })
    await iot.call('CreateJob', { jobId: 'waits', targets: targetsOf('keg-98'), document })
    await goTo('Jobs')
    const colder = page.getByRole('article', { name: 'colder' })
    await colder.getByText('COMPLETED').waitFor()
    await colder.getByText('1 of 1 kegs: 1 succeeded').waitFor()
    await colder.getByText('at most 50 a minute').waitFor()
    await colder.getByText(MARKUP).waitFor()
    const waits = page.getByRole('article', { name: 'waits' })
    await waits.getByText('0 of 1 kegs: 1 queued').waitFor()
    await waits.getByRole('button', { name: 'Cancel …' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the job' }).click()
    await waits.getByText('CANCELED', { exact: true }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('say how a gateway is, by what it said of itself', async () => {
    await goTo('Gateways')
    const gateway = page.getByRole('article', { name: 'gateway-berlin' })
    await gateway.getByText(/^\d+ messages?, [\d.]+ [KM]?B of /).waitFor()
    await gateway.getByText('nothing', { exact: true }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
  })

  it('ask the core on this machine why, and what it costs', async () => {
    await goTo('Rules')
    const core = page.getByRole('region', { name: 'Why did a rule not fire?' })
    await core.getByLabel('payload').fill('{ "celsius": 4 }')
    await core.getByRole('button', { name: 'Ask' }).click()
    await core.getByText('✓ fires').first().waitFor()
    await core.getByText('other rules are not for it').waitFor()
    await goTo('Run')
    await page.getByText(/^\$\d\.\d{6} since the start/).waitFor()
    // On AWS there is neither: not empty, not there.
    const elsewhere = await (await browser.newContext()).newPage()
    await elsewhere.route('**/config.json', async (route) => {
      const { local: _local, ...config } = await (await route.fetch()).json() as Record<string, unknown>
      await route.fulfill({ json: config })
    })
    await openSignedIn(elsewhere, system.url, 'brewer')
    await elsewhere.getByRole('link', { name: 'Rules' }).click()
    await elsewhere.getByRole('heading', { name: 'On a message of your own' }).waitFor()
    for (const question of ['Why did a rule not fire?', 'Why was a message refused?'])
      expect(await elsewhere.getByText(question).count()).toBe(0)
    await elsewhere.getByRole('link', { name: 'Run' }).click()
    await elsewhere.getByText('from keg to page', { exact: true }).waitFor()
    expect(await elsewhere.getByText('would have charged').count()).toBe(0)
  })

  it('say why the core on this machine refused a message', async () => {
    const [keg] = system.kegs
    if (keg === undefined) throw new Error('There is no keg.')
    const { endpoints, caFile } = system.cloud.iot
    // The keg itself is connected to its gateway.
    const client = await mqtt.connectAsync(endpoints.mqtts, {
      clientId: keg.kegId, protocolVersion: 5, reconnectPeriod: 0, ca: readFileSync(caFile), cert: readFileSync(keg.certificateFile),
      key: readFileSync(keg.privateKeyFile),
    })
    parts.defer(() => client.endAsync(true))
    const foreign = `keg/munich/${MARKUP}/telemetry`
    await expect(client.publishAsync(foreign, '{}', { qos: 1 })).rejects.toThrow('Not authorized')
    await goTo('Rules')
    const refusals = page.getByRole('region', { name: 'Why was a message refused?' })
    const refused = refusals.getByRole('listitem').filter({ hasText: foreign })
    await refused.locator('summary').filter({ hasText: keg.kegId }).click()
    await refused.getByText(`Publish refused: iot:Publish on topic/${foreign}: `).waitFor()
    expect(await page.locator('img').count()).toBe(0)
    expect(await seriousFaults(page)).toEqual([])
  })

  it('shut a keg out, after its name was typed again', async () => {
    await goTo('Defense')
    await page.getByRole('region', { name: 'Violations' }).getByText('Every keg behaves').waitFor()
    await page.getByRole('region', { name: 'Dynamic groups' }).waitFor()
    expect(await seriousFaults(page)).toEqual([])
    await page.getByLabel('keg', { exact: true }).fill('keg-02')
    await page.getByRole('button', { name: 'Shut out …' }).click()
    const dialog = page.getByRole('dialog')
    expect(await dialog.getByRole('button', { name: 'Shut out' }).isDisabled()).toBe(true)
    await dialog.getByLabel('its name again').fill('keg-02')
    await dialog.getByRole('button', { name: 'Shut out' }).click()
    await page.getByText('1 certificate revoked').waitFor()
    await page.goto(`${system.url}#/`)
    await page.getByRole('row', { name: 'keg-02' }).getByText('away').waitFor({ timeout: 90_000 })
  }, 120_000)

  it('show the last reading of a keg behind a gateway at once, while nobody tells of it any more', async () => {
    const reading = (of: Page) => of.getByRole('row', { name: 'keg-01' }).getByText(/\d\.\d °C/).first()
    await page.goto(`${system.url}#/`)
    await reading(page).waitFor()
    await system.sites[0]?.kill()
    for (const name of ['brewer', 'viewer'] as const) {
      const context = await browser.newContext()
      const theirs = await context.newPage()
      await openSignedIn(theirs, system.url, name)
      await reading(theirs).waitFor()
      await context.close()
    }
  })

  it('say that there is no such page, and that one is not for everybody', async () => {
    await page.goto(`${system.url}#/nowhere/${encodeURIComponent(MARKUP)}`)
    await page.getByRole('heading', { name: 'No such page' }).waitFor()
    const theirs = await (await browser.newContext()).newPage()
    await openSignedIn(theirs, system.url, 'viewer')
    await theirs.goto(`${system.url}#/quarantine`)
    await theirs.getByRole('heading', { name: 'No such page' }).waitFor()
    expect(await theirs.getByRole('navigation').getByRole('link').allTextContents()).toEqual(['Fleet', 'Gateways', 'Rules', 'Run'])
    expect(complaints).toEqual([])
  })
})
