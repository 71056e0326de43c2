import { routes } from '@keg/flows/routes'

// Lines of a log are no part of what is measured, and hide the table.
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT'
const { memoryApi } = await import('@keg/command-api/memory-api')

const [WARM_UP, ROUNDS] = [50, 300]
/** What there is in the API over memory. */
const THERE: Readonly<Record<string, string>> = { kegId: 'k-1', commandId: 'c-1', entryId: 'q-1' }
const BODIES: Readonly<Record<string, object>> = {
  'put-settings': { targetCelsius: 4 }, 'post-command': { order: { kind: 'reboot' } }, 'fail-swap': { reason: 'sold out' },
}

/** How long each route takes over ports in this process, in milliseconds: reading the request, checking it, and making the answer. */
export async function ownTimes(): Promise<readonly number[]> {
  const times: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const api = await memoryApi()
    for (const { method, path, handler } of routes) {
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => THERE[name] ?? '')
      const body = method === 'GET' ? {} : { body: JSON.stringify(BODIES[handler] ?? {}) }
      const request = new Request(`http://api${filled}`, { method, headers: { 'if-match': '*' }, ...body })
      const startedMs = performance.now()
      const { ok } = await api(request)
      if (round >= WARM_UP) times.push(performance.now() - startedMs)
      if (!ok) throw new Error(`${method} ${filled} was refused.`)
    }
  }
  return times
}
