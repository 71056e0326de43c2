import { DEMO_PASSWORD } from '../people.ts'
import type { Page } from 'playwright-core'

/**
 * Opens the dashboard in a browser, and signs somebody in on the page of the issuer that it leads to. `password` is that of the demo people
 * of this process, where it is absent.
 */
export async function openSignedIn(page: Page, url: string, username: string, password: string = DEMO_PASSWORD): Promise<void> {
  await page.goto(url)
  await page.getByLabel('User name').fill(username)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(url)
}
