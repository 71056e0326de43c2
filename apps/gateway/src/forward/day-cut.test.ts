import { ManualClock } from '@keg/mqtt-broker/testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSpool } from '../spool/adapters/sqlite-spool.ts'
import type { Kind } from '../spool/spool.ts'
import { numbered, numberOf } from '../spool/testing/messages.ts'
import { createForwarder } from './forwarder.ts'
import { BATCH_TOPIC, ModelCloud } from './testing/model-cloud.ts'
import { ModelLine } from './testing/model-line.ts'

const DAY_MS = 86_400_000
// `pnpm test:faults` has 100,000 of them.
const MESSAGES = Number(process.env['KEG_DAY_MESSAGES'] ?? 10_000)
const KEGS = 20
const AT_ONCE = 1_000
const kindOf = (number: number): Kind => (number % 100 === 0 ? 'alert' : number % 3 === 0 ? 'pour' : 'summary')

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'keg-day-'))))
afterEach(() => rmSync(folder, { recursive: true }))

it(`books ${MESSAGES.toLocaleString('en')} messages of a day without a line each once, and those of a keg in order; killed on the way`, async () => {
  const cloud = new ModelCloud()
  const clock = new ManualClock()
  const file = join(folder, 'spool.db')
  const filling = openSpool({ file, clock, maxBytes: 256 * 1_048_576 })
  for (let from = 0; from < MESSAGES; from += AT_ONCE) {
    const kept = Array.from({ length: AT_ONCE }, (_, index) =>
      filling.keep(numbered(from + index, { kind: kindOf(from + index), kegId: `keg-${(from + index) % KEGS}` })))
    clock.advance((DAY_MS * AT_ONCE) / MESSAGES)
    await Promise.all(kept)
  }
  await filling.close()

  let batches = 0
  /**
   * A boot of the gateway that goes on until so many messages are with the cloud; answers how many are left. What it was about to do is
   * gone with it.
   */
  const boot = async (until: number): Promise<number> => {
    const now = new ManualClock()
    now.advance(DAY_MS)
    const line = new ModelLine(cloud)
    const spool = openSpool({ file, clock: now, maxBytes: 256 * 1_048_576 })
    const forwarder = createForwarder({ spool, line, clock: now, batchTopic: BATCH_TOPIC, newId: () => `b${(batches += 1)}` })
    forwarder.start()
    line.connect()
    for (let second = 0; second < 3_600 && forwarder.status().waiting > MESSAGES - until; second++) {
      line.deliver()
      forwarder.acknowledged(cloud.acks.splice(0))
      now.advance(500)
      await new Promise(setImmediate)
    }
    const { waiting } = forwarder.status()
    forwarder.stop()
    await spool.close()
    return waiting
  }
  expect(await boot(MESSAGES / 2)).toBeGreaterThan(0)
  expect(await boot(MESSAGES)).toBe(0)

  const numbers = cloud.arrived.map(numberOf)
  expect(new Set(numbers).size).toBe(MESSAGES)
  expect(numbers.filter((number) => kindOf(number) !== 'alert')).toHaveLength(MESSAGES - MESSAGES / 100)
  for (let keg = 0; keg < KEGS; keg++) {
    for (const direct of [true, false]) {
      const ofKeg = [...new Set(numbers.filter((number) => number % KEGS === keg && (kindOf(number) === 'alert') === direct))]
      expect(ofKeg).toEqual(ofKeg.toSorted((a, b) => a - b))
    }
  }
}, 60_000)
