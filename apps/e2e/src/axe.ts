import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What a page's document gives of axe-core. */
interface AxeResults {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string | null
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/** What axe finds on the page that keeps people out: a line each, empty where there is nothing serious. */
export async function seriousFaults(page: Page): Promise<readonly string[]> {
  // By the debugger, to which the page's policy does not apply.
  await page.evaluate(axe)
  // axe-core has put itself there.
  const { violations } = await page.evaluate('axe.run()') as AxeResults
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`))
}
