export { findBrowser, NO_BROWSER, startBrowser, type FoundBrowser } from './browser.ts'
export { openSignedIn } from './sign-in-page.ts'
