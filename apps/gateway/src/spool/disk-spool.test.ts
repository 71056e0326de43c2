import { ManualClock } from '@keg/mqtt-broker/testing'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sqlitePlace } from './adapters/sqlite-place.ts'
import { createDiskSpool, type DiskSpool } from './disk-spool.ts'
import type { Kind } from './spool.ts'
import { bytesOf, numbered, numberOf } from './testing/messages.ts'
import { faultyPlace, type Faults } from './testing/faulty-place.ts'

let folder: string
let clock: ManualClock
const spools: DiskSpool[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-spool-'))
  clock = new ManualClock()
})
afterEach(async () => {
  for (const spool of spools.splice(0)) await spool.close()
  rmSync(folder, { recursive: true })
})

function open(maxBytes = 10_000_000, maxBytesOfKeg?: number): { spool: DiskSpool; faults: Faults } {
  const { place, faults } = faultyPlace(sqlitePlace(join(folder, 'spool.db'), () => clock.nowMs()))
  const spool = createDiskSpool({ place, clock, maxBytes, ...(maxBytesOfKeg !== undefined && { maxBytesOfKeg }) })
  spools.push(spool)
  return { spool, faults }
}

/** Keeps messages in one transaction; answers the codes of those refused. */
async function keepAll(spool: DiskSpool, messages: readonly ReturnType<typeof numbered>[]): Promise<(string | undefined)[]> {
  const kept = messages.map((message) => spool.keep(message).then(() => undefined, ({ code }: { code: string }) => code))
  clock.advance(10)
  return Promise.all(kept)
}

const numbers = (spool: DiskSpool, lane: 'batch' | 'direct', kegId = 'keg-01') => spool.after(lane, kegId, 0, 10_000).map(numberOf)
const of = (kind: Kind, ...all: number[]) => all.map((number) => numbered(number, { kind }))

describe('group commit', () => {
  it('puts what comes within a few milliseconds into one transaction', async () => {
    const { spool, faults } = open()
    const first = spool.keep(numbered(1))
    clock.advance(3)
    const others = keepAll(spool, of('pour', 2, 3))
    await Promise.all([first, others])
    expect(faults.commits.map(({ insert }) => insert.length)).toEqual([3])
    await keepAll(spool, of('pour', 4))
    expect(faults.commits.map(({ insert }) => insert.length)).toEqual([3, 1])
    expect(numbers(spool, 'batch')).toEqual([1, 2, 3, 4])
  })

  it('resolves no keep before its commit', async () => {
    const { spool, faults } = open()
    const { promise, resolve } = Promise.withResolvers<undefined>()
    faults.before = () => promise
    let kept = 0
    const all = of('pour', 1, 2).map((message) => spool.keep(message).then(() => (kept += 1)))
    clock.advance(1_000)
    await new Promise(setImmediate)
    expect([faults.commits.length, kept]).toEqual([1, 0])
    resolve(undefined)
    await Promise.all(all)
    expect(kept).toBe(2)
  })

  it('commits what waits when it is closed, and takes nothing in afterwards', async () => {
    const { spool } = open()
    const kept = spool.keep(numbered(1))
    await spool.close()
    await kept
    await expect(spool.keep(numbered(2))).rejects.toMatchObject({ code: 'CLOSED' })
    expect(numbers(open().spool, 'batch')).toEqual([1])
  })
})

describe('a bounded disk', () => {
  const telemetry = bytesOf('telemetry')
  // What is there, what comes, with room for five messages; what is there in the end.
  const cases: {
    title: string
    there: [Kind, ...number[]][]
    comes: [Kind, ...number[]]
    codes: (string | undefined)[]
    direct: number[]
    batch: number[]
  }[] = [
    {
      title: 'the oldest telemetry goes for a pour', there: [['telemetry', 1, 2, 3, 4, 5]], comes: ['pour', 6], codes: [undefined],
      direct: [2, 3, 4, 5], batch: [6],
    },
    {
      title: 'telemetry goes before older summaries', there: [['summary', 1, 2], ['telemetry', 3, 4]], comes: ['pour', 5, 6],
      codes: [undefined, undefined], direct: [4], batch: [1, 2, 5, 6],
    },
    {
      title: 'summaries go when there is no telemetry', there: [['summary', 1, 2, 3], ['pour', 4, 5]], comes: ['alert', 6],
      codes: [undefined], direct: [6], batch: [2, 3, 4, 5],
    },
    {
      title: 'telemetry goes for newer telemetry', there: [['telemetry', 1, 2, 3, 4, 5]], comes: ['telemetry', 6], codes: [undefined],
      direct: [2, 3, 4, 5, 6], batch: [],
    },
    {
      title: 'summaries stay when telemetry comes', there: [['summary', 1, 2, 3, 4, 5]], comes: ['telemetry', 6], codes: ['FULL'],
      direct: [], batch: [1, 2, 3, 4, 5],
    },
    {
      title: 'pours stay, and new ones are refused', there: [['pour', 1, 2, 3, 4, 5]], comes: ['pour', 6], codes: ['FULL'], direct: [],
      batch: [1, 2, 3, 4, 5],
    },
    {
      title: 'as many of a group are taken as there is room for', there: [['pour', 1, 2, 3, 4]], comes: ['pour', 5, 6],
      codes: [undefined, 'FULL'], direct: [], batch: [1, 2, 3, 4, 5],
    },
  ]
  it.each(cases)('$title', async ({ there, comes, codes, direct, batch }) => {
    const { spool } = open(5 * telemetry)
    for (const [kind, ...all] of there) await keepAll(spool, of(kind, ...all))
    expect(await keepAll(spool, of(...comes))).toEqual(codes)
    expect([numbers(spool, 'direct'), numbers(spool, 'batch')]).toEqual([direct, batch])
    const status = spool.status()
    const gone = there.flatMap(([, ...all]) => all).length + comes.length - 1 - direct.length - batch.length
      - codes.filter((code) => code === 'FULL').length
    expect([status.shed.telemetry + status.shed.summary, status.refused[comes[0]]]).toEqual([
      gone, codes.filter((code) => code === 'FULL').length,
    ])
    expect(status.bytes).toBeLessThanOrEqual(status.maxBytes)
    expect([status.shed.pour, status.shed.alert, status.shed.reported, status.shed.reply]).toEqual([0, 0, 0, 0])
  })

  it('leaves room for the other kegs where one has more than its share, also after a restart', async () => {
    const share = 3 * telemetry
    const { spool } = open(6 * telemetry, share)
    // What may be shed makes room by itself, and counts for nobody's share.
    await keepAll(spool, of('summary', 21, 22, 23, 24, 25, 26))
    expect(await keepAll(spool, of('pour', 1, 2, 3, 4))).toEqual([undefined, undefined, undefined, 'FULL'])
    expect(await keepAll(spool, of('pour', 5))).toEqual(['FULL'])
    await spool.close()
    const again = open(6 * telemetry, share).spool
    const others = [6, 7, 8].map((number) => numbered(number, { kegId: 'keg-02' }))
    expect(await keepAll(again, [...of('pour', 9), ...others])).toEqual(['FULL', undefined, undefined, undefined])
    expect([numbers(again, 'batch'), numbers(again, 'batch', 'keg-02')]).toEqual([[1, 2, 3], [6, 7, 8]])
    expect(again.status().rows.summary).toBe(0)
    // What is booked makes room.
    again.forget([again.after('batch', 'keg-01', 0, 1)[0]!.id])
    await keepAll(again, [])
    await new Promise(setImmediate)
    expect(await keepAll(again, of('pour', 10))).toEqual([undefined])
    expect(await keepAll(again, of('pour', 11))).toEqual(['FULL'])
  })

  it('sheds nothing that is in a batch, and nothing for a message that finds no room even so', async () => {
    const { spool } = open(5 * telemetry)
    await keepAll(spool, of('summary', 1, 2, 3, 4, 5))
    const assigned = spool.assign('b1', spool.after('batch', 'keg-01', 0, 3).map(({ id }) => id))
    clock.advance(10)
    await assigned
    expect(await keepAll(spool, of('pour', 6))).toEqual([undefined])
    expect(numbers(spool, 'batch')).toEqual([1, 2, 3, 5, 6])
    expect(await keepAll(spool, [numbered(7, { payloadBytes: 2 * telemetry })])).toEqual(['FULL'])
    expect(numbers(spool, 'batch')).toEqual([1, 2, 3, 5, 6])
  })
})

describe('a disk that fails', () => {
  it('refuses messages and says why, and takes them in again as soon as it works', async () => {
    const { spool, faults } = open()
    faults.commitFault = 'DISK'
    expect(await keepAll(spool, of('pour', 1, 2))).toEqual(['DISK', 'DISK'])
    expect([spool.status().problem, spool.status().rows.pour]).toEqual(['spool.db: disk I/O error', 0])
    faults.commitFault = undefined
    expect(await keepAll(spool, of('pour', 3))).toEqual([undefined])
    expect([spool.status().problem, numbers(spool, 'batch')]).toEqual([undefined, [3]])
  })

  it('deletes later what it could not delete at once', async () => {
    const { spool, faults } = open()
    await keepAll(spool, of('pour', 1, 2))
    await keepAll(spool, of('alert', 3))
    const [first] = spool.after('batch', 'keg-01', 0, 1)
    faults.commitFault = 'DISK'
    spool.forget([first!.id])
    spool.setUnsendable(3, 'too large')
    expect(await keepAll(spool, of('pour', 4))).toEqual(['DISK'])
    faults.commitFault = undefined
    clock.advance(1_000)
    await new Promise(setImmediate)
    expect([numbers(spool, 'batch'), numbers(spool, 'direct')]).toEqual([[2], []])
    expect(spool.status().unsendable).toEqual({ rows: 1, lastReason: 'too large' })
  })

  it('takes the next message in at once, also when something waits to be deleted later', async () => {
    const { spool, faults } = open()
    await keepAll(spool, of('pour', 1))
    faults.commitFault = 'DISK'
    spool.forget([1])
    clock.advance(10)
    await new Promise(setImmediate)
    faults.commitFault = undefined
    expect(await keepAll(spool, of('pour', 2))).toEqual([undefined])
    expect(numbers(spool, 'batch')).toEqual([2])
  })

  it('rejects a batch that could not be assigned, whose messages may then be shed', async () => {
    const { spool, faults } = open(2 * bytesOf('summary'))
    await keepAll(spool, of('summary', 1, 2))
    faults.commitFault = 'DISK'
    const assigned = spool.assign('b1', [1, 2])
    const rejected = expect(assigned).rejects.toMatchObject({ code: 'DISK' })
    clock.advance(10)
    await rejected
    faults.commitFault = undefined
    await keepAll(spool, of('pour', 3))
    expect([numbers(spool, 'batch'), spool.batches()]).toEqual([[2, 3], []])
  })
})

describe('batches', () => {
  it('are the same after a restart, and gone with their messages when booked', async () => {
    const { spool } = open()
    await keepAll(spool, of('pour', 1, 2, 3))
    const assigned = Promise.all([spool.assign('b2', [1, 2]), spool.assign('b1', [3])])
    clock.advance(10)
    await assigned
    await spool.close()
    const again = open().spool
    expect(again.batches().map(({ batchId, messages }) => [batchId, messages.map(numberOf)])).toEqual([['b2', [1, 2]], ['b1', [3]]])
    again.booked('b2')
    again.booked('unheard-of')
    await keepAll(again, [])
    await new Promise(setImmediate)
    expect([again.batches().map(({ batchId }) => batchId), numbers(again, 'batch'), again.status().rows.pour]).toEqual([['b1'], [3], 1])
  })
})
