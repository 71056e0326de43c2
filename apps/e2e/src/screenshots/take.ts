import { alert, pour, telemetry } from '@keg/message-schemas/keg'
import { buildSystem, startSystem, type System } from '@keg/system'
import { findBrowser, NO_BROWSER, openSignedIn, startBrowser } from '@keg/system/browser'
import { startManyKegs } from '@keg/system/many-kegs'
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

// `pnpm nx run e2e:screenshots`: every page of the dashboard as pictures in apps/e2e/.screenshots, to be looked at.

const folder = fileURLToPath(new URL('../../.screenshots/', import.meta.url))
const MARKUP = '<img src=x onerror=alert(1)>'
const MANY = 10_000
/** What a page reads of the API, and some readings, have come. */
const SETTLED_MS = 2_500

/** The pages, by the name of their pictures. */
const PAGES = {
  fleet: '/', keg: '/kegs/keg-03', quarantine: '/quarantine', jobs: '/jobs', defense: '/defense', gateways: '/gateways', rules: '/rules',
  run: '/run',
} as const

/** How a page is looked at. */
const LOOKS = {
  desktop: { viewport: { width: 1_280, height: 900 } },
  phone: { viewport: { width: 360, height: 780 } },
  dark: { viewport: { width: 1_280, height: 900 }, colorScheme: 'dark' },
} as const satisfies Record<string, BrowserContextOptions>

interface Shot {
  readonly browser: Browser
  readonly url: string
  readonly password?: string
}

mkdirSync(folder, { recursive: true })
const found = findBrowser()
if (found === undefined) throw new Error(NO_BROWSER)
await buildSystem()
const browser = await startBrowser(found)
try {
  await withKegs()
  await withoutKegs()
  await withManyKegs()
} finally {
  await browser.close()
}

async function withKegs(): Promise<void> {
  await using system = await startSystem({
    kegs: 5, behindGateway: 2, simulation: { tap: { pauseMs: [2_000, 6_000], volumeMl: [200, 500], mlPerSec: 150 } },
  })
  await haveSomethingToShow(system)
  for (const [look, options] of Object.entries(LOOKS)) {
    const page = await signedIn({ browser, url: system.url }, options)
    for (const [name, path] of Object.entries(PAGES)) await shoot(page, system.url, path, `${name}-${look}`)
    await page.context().close()
  }
  const page = await signedIn({ browser, url: system.url }, LOOKS.desktop)
  // What is asked from now on is refused, and the line is gone.
  await page.route('**/api/**', (route) => route.fulfill({
    status: 500, contentType: 'application/problem+json', json: { type: 'about:blank', title: 'The brewery is closed', status: 500 },
  }))
  await page.context().setOffline(true)
  await page.context().setOffline(false)
  for (const [name, path] of Object.entries(PAGES)) await shoot(page, system.url, path, `${name}-error`)
  await page.context().close()
}

async function withoutKegs(): Promise<void> {
  await using system = await startSystem({ kegs: 0 })
  const page = await signedIn({ browser, url: system.url }, LOOKS.desktop)
  for (const [name, path] of Object.entries(PAGES)) await shoot(page, system.url, path, `${name}-empty`)
  await page.context().close()
}

async function withManyKegs(): Promise<void> {
  await using kegs = await startManyKegs({ kegs: MANY, quotas: 'enforce' })
  const page = await signedIn({ browser, url: kegs.url, password: kegs.password }, LOOKS.desktop)
  await page.getByText(`All ${MANY} kegs.`).waitFor({ timeout: 120_000 })
  await kegs.send({ kind: 'summaries', kegs: 1_000, seconds: 3 })
  await shoot(page, kegs.url, '/', 'fleet-10000')
}

/** A keg and an alert with names that try to be more than text, something in quarantine, a job. */
async function haveSomethingToShow({ cloud: { iot, region } }: System): Promise<void> {
  const kegId = 'keg-03'
  await iot.publish(pour.topic.format({ siteId: 'berlin', kegId }), Buffer.from(`half a pour ${MARKUP}`), { qos: 1 })
  await iot.publish(telemetry.topic.format({ siteId: 'berlin', kegId: 'k'.repeat(120) }), Buffer.from(telemetry.encode({
    v: 1, bootId: 'b', seq: 0, takenAtMs: Date.now(), celsius: 4, kilopascal: 110, pouring: false, cooling: false,
  })), { qos: 1 })
  await iot.publish(alert.topic.format({ siteId: 'berlin', kegId }), Buffer.from(alert.encode({
    v: 1, bootId: 'b', seq: 0, takenAtMs: Date.now(), alertId: 'a-1', kind: 'gasLow', event: 'raised', message: `${MARKUP} \u202eThe gas is out ${'w'.repeat(200)}`,
  })), { qos: 1 })
  await iot.call('CreateJob', {
    jobId: 'colder', targets: [`arn:aws:iot:${region}:${iot.accountId}:thing/keg-04`], description: 'A colder November',
    document: JSON.stringify({ kind: 'settings', settings: { targetCelsius: 3 } }), jobExecutionsRolloutConfig: { maximumPerMinute: 50 },
  })
}

async function signedIn({ browser: in_, url, password }: Shot, options: BrowserContextOptions): Promise<Page> {
  const page = await (await in_.newContext(options)).newPage()
  await (password === undefined ? openSignedIn(page, url, 'brewer') : openSignedIn(page, url, 'brewer', password))
  await page.getByText('live', { exact: true }).waitFor()
  return page
}

async function shoot(page: Page, url: string, path: string, name: string): Promise<void> {
  await page.goto(`${url}#${path}`)
  await page.waitForTimeout(SETTLED_MS)
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true })
  console.log(`${folder}${name}.png`)
}
