/** What the probe of a page has seen. */
export interface Probe {
  /** When the first keg stood in the table, in milliseconds from the page's start. */
  readonly firstRowMs: number | undefined
  /** Tasks that held up the page for more than 50 ms: when they began, and how long they took. */
  readonly tasks: readonly (readonly [startMs: number, durationMs: number])[]
  /** Readings as they came out of the socket, and as they stood on the screen: of which keg, how warm, and when. */
  readonly socket: readonly (readonly [kegId: string, celsius: number, atMs: number])[]
  readonly screen: readonly (readonly [kegId: string, celsius: number, atMs: number])[]
}

/**
 * A script that a browser runs before the page's own, which leaves a {@link Probe} in `globalThis.probe`. `readings` = it looks at every
 * reading, which costs the page time.
 */
export const pageProbe = (readings: boolean): string => `
  const probe = globalThis.probe = { tasks: [], socket: [], screen: [] }
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) probe.tasks.push([startTime, duration])
  }).observe({ type: 'longtask', buffered: true })
  const first = new MutationObserver(() => {
    if (document.querySelector('tr[aria-label] td') === null) return
    probe.firstRowMs = performance.now()
    first.disconnect()
  })
  first.observe(document, { childList: true, subtree: true })
  ${readings ? WATCH_READINGS : ''}
`

const WATCH_READINGS = `
  const Native = WebSocket
  globalThis.WebSocket = class extends Native {
    constructor(...given) {
      super(...given)
      this.addEventListener('message', ({ data }) => {
        if (!(data instanceof ArrayBuffer)) return
        const atMs = Date.now()
        for (const [, kegId, celsius] of new TextDecoder().decode(data).matchAll(/(keg-\\d+)\\/telemetry[^}]*"celsius":([\\d.]+)/g))
          probe.socket.push([kegId, Number(celsius), atMs])
      })
    }
  }
  const afterPaint = new MessageChannel()
  let drawn = []
  afterPaint.port1.onmessage = () => {
    const atMs = Date.now()
    for (const [kegId, celsius] of drawn.splice(0)) probe.screen.push([kegId, celsius, atMs])
  }
  new MutationObserver((changes) => {
    for (const { target } of changes) {
      const cell = target.parentElement?.closest('td strong')
      if (cell) drawn.push([cell.closest('tr').getAttribute('aria-label'), Number(cell.textContent)])
    }
    // The changes of a frame are painted before the next task.
    if (drawn.length > 0) requestAnimationFrame(() => afterPaint.port2.postMessage(0))
  }).observe(document, { characterData: true, subtree: true })
`
