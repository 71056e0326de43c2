import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { LocalShadows } from '../shadows/local-shadows.ts'
import { shadowFiles } from './shadow-files.ts'

let folder: string
let file: string
let logged: string[]
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-shadows-'))
  file = join(folder, 'keg-01.json')
  logged = []
})
afterEach(() => rmSync(folder, { recursive: true }))

const shadows = (told: string[] = []) => new LocalShadows({
  siteId: 'berlin', gatewayId: 'gw-01', cloudClock: { known: true, offsetMs: 0 },
  memory: shadowFiles({ folder, nowMs: () => 5, log: (line) => logged.push(line) }), publish: () => undefined,
  tellCloud: async (_kegId, _topic, payload) => void told.push(new TextDecoder().decode(payload)), nowMs: () => 1_764_400_100_000,
})

it('opens a file that schema 1 was written to, and goes on by what was wished there', async () => {
  copyFileSync(fileURLToPath(new URL('../../test/fixtures/shadow-v1.json', import.meta.url)), file)
  const told: string[] = []
  const opened = shadows(told)
  expect(opened.stateOf('keg-01')).toEqual({
    desired: { siteId: 'berlin', targetCelsius: 4, valve: 'closed', valveReason: 'overTemperature' },
    reported: { siteId: 'berlin', targetCelsius: 5 },
  })
  // The cloud has not heard of the valve; its target is newer.
  const timesSec = { siteId: { timestamp: 1_764_400_000 }, targetCelsius: { timestamp: 1_764_400_090 } }
  await opened.fromCloud({
    kegId: 'keg-01', version: 9, desired: { siteId: 'berlin', targetCelsius: 3 }, desiredMetadata: timesSec,
    reported: { siteId: 'berlin', targetCelsius: 5 }, timestampSec: 1_764_400_100,
  })
  expect(opened.stateOf('keg-01').desired).toEqual({ siteId: 'berlin', targetCelsius: 3, valve: 'closed', valveReason: 'overTemperature' })
  expect(told.map((text) => JSON.parse(text) as unknown)).toEqual([
    { v: 1, desired: { valve: 'closed', valveReason: 'overTemperature' }, version: 9 },
  ])
})

it('refuses a file of a newer gateway by name, and leaves it as it is', async () => {
  const newer = '{"schema":2,"value":{}}'
  writeFileSync(file, newer)
  expect(() => shadows().stateOf('keg-01')).toThrow(expect.objectContaining({ code: 'NEWER_SCHEMA', path: file, foundSchema: 2 }))
  await expect(shadows().wish('keg-01', { valve: 'open' })).rejects.toMatchObject({ code: 'NEWER_SCHEMA' })
  expect(readFileSync(file, 'utf8')).toBe(newer)
})

it.each([
  ['half a file', '{"schema":1,"value":{"rec'], ['an empty file', ''], ['another value', '{"schema":1,"value":7}'],
])('sets %s aside, says so, and starts anew', async (_, text) => {
  writeFileSync(file, text)
  const opened = shadows()
  expect(opened.stateOf('keg-01')).toEqual({ desired: { siteId: 'berlin' } })
  await opened.wish('keg-01', { valve: 'open' })
  expect(logged).toEqual([expect.stringContaining('keg-01.json.corrupt-5 is set aside')])
  expect([readFileSync(`${file}.corrupt-5`, 'utf8'), existsSync(file)]).toEqual([text, true])
})
