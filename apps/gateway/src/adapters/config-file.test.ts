import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { kegsOf, type GatewayConfig } from '../config/config.ts'
import { followConfig, readAgain, readConfig, type ConfigReader } from './config-file.ts'

const [one, two] = ['a'.repeat(64), 'b'.repeat(64)]
const config = {
  siteId: 'berlin', gatewayId: 'gw-01', dataDir: 'data',
  cloud: {
    endpoint: { host: 'localhost', port: 8883 }, caFile: 'ca.pem', certificateFile: 'c.pem', privateKeyFile: 'k.pem',
    batchRule: 'keg_dev_batch',
  },
  listen: { certificateFile: 's.pem', privateKeyFile: 's.key' },
  kegs: [{ kegId: 'keg-01', certificateId: one }],
}

let folder: string
let file: string
let taken: GatewayConfig['kegs'][]
let refused: string[]
let logged: string[]
const write = (value: unknown) => writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value))
const reader = (): ConfigReader => ({
  running: readConfig(file), take: (kegs) => taken.push(kegs), refuse: (problem) => refused.push(problem), log: (line) => logged.push(line),
})

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-config-'))
  file = join(folder, 'gateway.json')
  ;[taken, refused, logged] = [[], [], []]
  write(config)
})
afterEach(() => rmSync(folder, { recursive: true }))

it('takes the kegs of a changed file, and says what else changed', () => {
  const running = reader()
  write({ ...config, siteId: 'munich', kegs: [...config.kegs, { kegId: 'keg-02', certificateId: two }] })
  readAgain(file, running)
  expect(taken.map((kegs) => [...kegsOf(kegs)])).toEqual([[[one, 'keg-01'], [two, 'keg-02']]])
  expect([refused, logged]).toEqual([[], [expect.stringMatching(/siteId changed: that is taken at the next start/)]])
})

it('lets a keg have two certificates', () => {
  write({ ...config, kegs: [...config.kegs, { kegId: 'keg-01', certificateId: two }] })
  expect(readConfig(file).kegs).toHaveLength(2)
})

it.each<[string, unknown, RegExp]>([
  ['half a file', JSON.stringify(config).slice(0, -5), /JSON/],
  ['an empty file', '', /JSON/],
  ['a keg without a certificate', { ...config, kegs: [{ kegId: 'keg-01' }] }, /kegs\[0\]\.certificateId/],
  ['a certificate that is no fingerprint', { ...config, kegs: [{ kegId: 'keg-01', certificateId: 'x' }] }, /SHA-256/],
  ['one certificate for two kegs', { ...config, kegs: [...config.kegs, { kegId: 'keg-02', certificateId: one }] }, /that of keg-01, too/],
  ['a setting that there is not', { ...config, keggs: [] }, /keggs/],
])('takes nothing of %s, and says why', (_, value, why) => {
  const running = reader()
  write(value)
  readAgain(file, running)
  expect(taken).toEqual([])
  expect(refused).toEqual([expect.stringMatching(why)])
  expect(logged).toEqual(refused)
})

it('takes nothing of a file that is gone', () => {
  const running = reader()
  rmSync(file)
  readAgain(file, running)
  expect([taken, refused]).toEqual([[], [expect.stringContaining('ENOENT')]])
})

it('reads it at each SIGHUP, until that is ended', () => {
  const end = followConfig(file, reader())
  process.emit('SIGHUP')
  process.emit('SIGHUP')
  end()
  expect(process.listenerCount('SIGHUP')).toBe(0)
  expect(taken).toHaveLength(2)
})
