import type { Browser, Page } from 'playwright-core'

/** A page, and what its console complains of, a line each. */
export interface WatchedPage {
  readonly page: Page
  readonly complaints: string[]
}

/** Opens an empty page of a size, and writes down every error that it will have. */
export async function watchedPage(browser: Browser, width: number, height: number): Promise<WatchedPage> {
  const complaints: string[] = []
  const page = await browser.newPage({ viewport: { width, height } })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return { page, complaints }
}
