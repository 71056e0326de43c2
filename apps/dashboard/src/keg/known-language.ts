// A browser may say a language that it does not know itself, as Chromium says `en-US@posix` in the locale `C`; uPlot asks for its numbers
// as it is loaded, and would not be: imported before it.
try {
  new Intl.NumberFormat(navigator.language)
} catch {
  Object.defineProperty(navigator, 'language', { value: 'en', configurable: true })
}
