import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { StoreError, type HotStore, type KegMinute } from '../hot-store.ts'
import type { NewestReading, Reading, ReadingRange, ReadingStore } from '../reading-store.ts'

/** The stores that a case runs on: of readings, and of the minutes that count in. */
export interface ReadingStores {
  readonly readings: ReadingStore
  readonly ledger: HotStore
}

type Create = () => ReadingStores | Promise<ReadingStores>

/** The cases that every reading store passes. They make kegs and sites of their own, so a store with others in it will do. */
export function readingSuite(name: string, create: Create): void {
  describe(`${name} as a reading store`, () => {
    newestCases(create)
    listCases(create)
    slotCases(create)
    claimCases(create)
  })
}

const T = 1_790_000_000_000
const STORED = T + 5_000
const readingOf = (kegId: string, seq: number, more: Partial<Reading> = {}): Reading => ({
  kegId, seq, siteId: 'berlin', bootId: 'b-1', takenAtMs: T + seq * 1_000, receivedAtMs: T + seq * 1_000 + 100, celsius: 4, kilopascal: 200,
  pouring: false, cooling: true, ...more,
})
const stored = (reading: Reading, storedAtMs = STORED): NewestReading => ({ ...reading, storedAtMs })
const hour = (more: Partial<ReadingRange> = {}): ReadingRange => ({ fromMs: T, toMs: T + 3_600_000, points: 1, ...more })

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

function newestCases(create: Create): void {
  it.each<[string, (kegId: string) => readonly Reading[], (kegId: string) => Reading]>([
    [
      'what came out of order within a boot', (kegId) => [readingOf(kegId, 0), readingOf(kegId, 2), readingOf(kegId, 1)],
      (kegId) => readingOf(kegId, 2),
    ],
    [
      'the boot that was received last', (kegId) => [readingOf(kegId, 7), readingOf(kegId, 0, { bootId: 'b-2', receivedAtMs: T + 8_000 })],
      (kegId) => readingOf(kegId, 0, { bootId: 'b-2', receivedAtMs: T + 8_000 }),
    ],
    [
      'no replay of a boot before', (kegId) => [readingOf(kegId, 0, { bootId: 'b-2', receivedAtMs: T + 8_000 }), readingOf(kegId, 7)],
      (kegId) => readingOf(kegId, 0, { bootId: 'b-2', receivedAtMs: T + 8_000 }),
    ],
    [
      'no clock that is a year ahead', (kegId) => [readingOf(kegId, 0, { takenAtMs: T + 365 * 86_400_000 }), readingOf(kegId, 1)],
      (kegId) => readingOf(kegId, 1),
    ],
    ['what came through a gateway', (kegId) => [readingOf(kegId, 0, { gatewayId: 'gw-1' })], (kegId) =>
      readingOf(kegId, 0, { gatewayId: 'gw-1' })],
  ])('knows the newest: %s', async (_, sent, newest) => {
    const { readings } = await create()
    const [apart, atOnce] = [randomUUID(), randomUUID()]
    for (const reading of sent(apart)) await readings.recordReadings([reading], STORED)
    await readings.recordReadings(sent(atOnce), STORED)
    expect(await readings.newest(apart)).toEqual(stored(newest(apart)))
    expect(await readings.newest(atOnce)).toEqual(stored(newest(atOnce)))
  })

  it('keeps one that comes again once, and tells of it as it was', async () => {
    const { readings } = await create()
    const kegId = randomUUID()
    const [first, second] = [readingOf(kegId, 0, { celsius: 3 }), readingOf(kegId, 1, { celsius: 5 })]
    await readings.recordReadings([first, second, first], STORED)
    await readings.recordReadings([{ ...first, receivedAtMs: T + 90_000 }, { ...second, receivedAtMs: T + 90_001 }], STORED + 90_000)
    expect(await readings.newest(kegId)).toEqual(stored(second))
    expect(await readings.readings(kegId, hour())).toMatchObject([{ readings: 2, celsius: { min: 3, mean: 4, max: 5 } }])
  })

  it('knows nothing of a keg that sent nothing, and takes no reading as one', async () => {
    const { readings } = await create()
    await readings.recordReadings([], STORED)
    expect(await readings.newest(randomUUID())).toBeUndefined()
  })
}

function listCases(create: Create): void {
  it('lists the newest of each keg at a site, page by page; a keg that moved is at its new one', async () => {
    const { readings } = await create()
    const [siteId, other] = [randomUUID(), randomUUID()]
    const kegs = [`a-${randomUUID()}`, `b-${randomUUID()}`, `c-${randomUUID()}`] as const
    await readings.recordReadings(kegs.flatMap((kegId) => [readingOf(kegId, 0, { siteId }), readingOf(kegId, 1, { siteId })]), STORED)
    await readings.recordReadings([readingOf(kegs[1], 2, { siteId: other })], STORED)
    const first = await readings.siteReadings(siteId, { limit: 1 })
    expect(first.items).toEqual([stored(readingOf(kegs[0], 1, { siteId }))])
    expect((await readings.siteReadings(siteId, { limit: 2, cursor: first.cursor ?? 'no cursor' })).items).toEqual([
      stored(readingOf(kegs[2], 1, { siteId })),
    ])
    expect((await readings.siteReadings(other)).items).toEqual([stored(readingOf(kegs[1], 2, { siteId: other }))])
    await expect(readings.siteReadings(siteId, { cursor: 'nonsense' })).rejects.toBeInstanceOf(StoreError)
  })

  it('finds the kegs that are warmer than a limit now, wherever they are', async () => {
    const { readings } = await create()
    const kegs: string[] = Array.from({ length: 40 }, () => randomUUID())
    const celsius = (index: number) => (index % 4 === 0 ? 9 : 8)
    await readings.recordReadings(
      kegs.map((kegId, index) => readingOf(kegId, 0, { siteId: `s-${index}`, celsius: celsius(index) })), STORED,
    )
    await readings.recordReadings(kegs.slice(0, 1).map((kegId) => readingOf(kegId, 1, { celsius: 5 })), STORED)
    const warm = (await collect(readings.newestAbove({ celsius: 8 }))).map(({ kegId }) => kegId).filter((kegId) => kegs.includes(kegId))
    expect(warm.sort()).toEqual(kegs.filter((_, index) => celsius(index) > 8 && index > 0).sort())
  })
}

function slotCases(create: Create): void {
  it('sums up by time, with the minutes of gateways in it, and leaves out what is empty or beyond', async () => {
    const { readings, ledger } = await create()
    const kegId = randomUUID()
    await readings.recordReadings([
      readingOf(kegId, 0, { celsius: 2, pouring: true }), readingOf(kegId, 59, { celsius: 6 }), readingOf(kegId, 130),
      readingOf(kegId, 240),
    ], STORED)
    const minute: KegMinute = {
      kegId, siteId: 'berlin', bootId: 'b-0', fromSeq: 0, toSeq: 5, takenAtMs: T, readings: 6, celsius: { min: 7, mean: 8, max: 10 },
      kilopascal: { min: 100, mean: 200, max: 300 }, pouring: 3, cooling: 1,
    }
    await ledger.recordMinute(minute)
    await ledger.recordMinute({ ...minute, takenAtMs: T + 240_000 })
    const flat = { min: 200, mean: 200, max: 200 }
    expect(await readings.readings(kegId, { fromMs: T, toMs: T + 240_000, points: 4 })).toEqual([
      {
        fromMs: T, toMs: T + 60_000, readings: 8, celsius: { min: 2, mean: 7, max: 10 }, kilopascal: { min: 100, mean: 200, max: 300 },
        pouring: 4, cooling: 3,
      },
      {
        fromMs: T + 120_000, toMs: T + 180_000, readings: 1, celsius: { min: 4, mean: 4, max: 4 }, kilopascal: flat, pouring: 0, cooling: 1,
      },
    ])
  })

  it.each<Partial<ReadingRange>>([
    { fromMs: T, toMs: T }, { fromMs: -1 }, { fromMs: 0.5 }, { toMs: Infinity }, { points: 0 }, { points: 1_001 }, { points: 1.5 },
  ])('refuses the range %j', async (more) => {
    const { readings } = await create()
    await expect(readings.readings('k-1', hour(more))).rejects.toBeInstanceOf(StoreError)
  })
}

function claimCases(create: Create): void {
  it('lets one alone tell of a site, once a second', async () => {
    const { readings } = await create()
    const siteId = randomUUID()
    const claims = await Promise.all(Array.from({ length: 5 }, () => readings.claimSummary(siteId, T)))
    expect(claims.filter((claim) => claim !== undefined).map(({ sinceMs }) => sinceMs)).toEqual([0])
    expect(await readings.claimSummary(siteId, T + 999)).toBeUndefined()
    const next = await readings.claimSummary(siteId, T + 1_000)
    expect(next?.sinceMs).toBe(T)
    await next?.release()
    expect((await readings.claimSummary(siteId, T + 1_001))?.sinceMs).toBe(T)
    await next?.release()
    expect(await readings.claimSummary(siteId, T + 1_002)).toBeUndefined()
    expect(await readings.claimSummary(randomUUID(), T)).toBeDefined()
  })
}
