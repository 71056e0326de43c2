import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  allPages, StoreError, type HotStore, type KegMinute, type LedgerPour, type NewQuarantineEntry, type QuarantineEntry, type Replay,
} from '../hot-store.ts'

export { alertSuite } from './alert-suite.ts'
export { changeLogSuite } from './change-log-suite.ts'

/** The cases that every hot store passes. They make kegs of their own, so a store with others in it will do. */
export function storeSuite(name: string, create: () => HotStore | Promise<HotStore>): void {
  describe(`${name} as a hot store`, () => {
    ledgerCases(create)
    minuteCases(create)
    quarantineCases(create)
    replayCases(create)
  })
}

const pourOf = (kegId: string, pourId: string, volumeMl = 300): LedgerPour => ({
  kegId, pourId, volumeMl, siteId: 'berlin', bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000, receivedAtMs: 1_790_000_000_100,
  totaliserMl: volumeMl,
})

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

function ledgerCases(create: () => HotStore | Promise<HotStore>): void {
  it('counts a pour once, however often it comes', async () => {
    const store = await create()
    const kegId = randomUUID()
    expect(await store.recordPour(pourOf(kegId, 'p-1'))).toBe('recorded')
    expect(await store.recordPour({ ...pourOf(kegId, 'p-1'), receivedAtMs: 1_790_000_009_999 })).toBe('duplicate')
    expect(await store.keg(kegId)).toEqual({ kegId, siteId: 'berlin', pours: 1, totalMl: 300, lastReceivedAtMs: 1_790_000_000_100 })
    expect((await store.pours(kegId)).items).toEqual([pourOf(kegId, 'p-1')])
  })

  it('does not take another volume for the same pour', async () => {
    const store = await create()
    const kegId = randomUUID()
    await store.recordPour(pourOf(kegId, 'p-1', 300))
    expect(await store.recordPour(pourOf(kegId, 'p-1', 400))).toBe('conflict')
    expect(await store.keg(kegId)).toMatchObject({ pours: 1, totalMl: 300 })
  })

  it('adds up pours that come at once', async () => {
    const store = await create()
    const kegId = randomUUID()
    const sent = Array.from({ length: 20 }, (_, index) => pourOf(kegId, `p-${index % 10}`, 100 + (index % 10)))
    const answers = await Promise.all(sent.map((pour) => store.recordPour(pour)))
    expect(answers.filter((answer) => answer === 'recorded')).toHaveLength(10)
    expect(await store.keg(kegId)).toMatchObject({ pours: 10, totalMl: 1_045 })
  })

  it('knows nothing of a keg that never poured', async () => {
    const store = await create()
    expect(await store.keg(randomUUID())).toBeUndefined()
    expect(await store.pours(randomUUID())).toEqual({ items: [] })
  })

  it('lists pours page by page, highest id first', async () => {
    const store = await create()
    const kegId = randomUUID()
    for (const pourId of ['p-2', 'p-3', 'p-1']) await store.recordPour(pourOf(kegId, pourId))
    const first = await store.pours(kegId, { limit: 2 })
    expect(first.items.map((pour) => pour.pourId)).toEqual(['p-3', 'p-2'])
    const rest = await store.pours(kegId, { limit: 2, cursor: first.cursor ?? 'no cursor' })
    expect(rest.items.map((pour) => pour.pourId)).toEqual(['p-1'])
  })

  it('lists every keg that poured', async () => {
    const store = await create()
    const ids = [randomUUID(), randomUUID()]
    for (const kegId of ids) await store.recordPour(pourOf(kegId, 'p-1'))
    const listed = await collect(allPages((page) => store.kegs(page)))
    expect(listed.map((keg) => keg.kegId)).toEqual(expect.arrayContaining(ids))
  })

  it('lists the kegs of a site, those whose last pour was there', async () => {
    const store = await create()
    const [siteId, other] = [randomUUID(), randomUUID()]
    const ids = [`a-${randomUUID()}`, `b-${randomUUID()}`, `c-${randomUUID()}`] as const
    for (const kegId of ids) await store.recordPour({ ...pourOf(kegId, 'p-1'), siteId })
    await store.recordPour({ ...pourOf(ids[1], 'p-2'), siteId: other })
    const first = await store.kegs({ limit: 1 }, siteId)
    expect(first.items).toEqual([{ kegId: ids[0], siteId, pours: 1, totalMl: 300, lastReceivedAtMs: 1_790_000_000_100 }])
    expect((await store.kegs({ limit: 2, cursor: first.cursor ?? 'no cursor' }, siteId)).items.map(({ kegId }) => kegId)).toEqual([ids[2]])
    expect((await store.kegs({}, other)).items.map(({ kegId, pours }) => [kegId, pours])).toEqual([[ids[1], 2]])
    expect((await store.kegs({}, randomUUID())).items).toEqual([])
  })

  it('knows what the whole fleet poured: each pour once, whatever comes again', async () => {
    const store = await create()
    const before = await store.fleetTotal()
    const [one, other] = [randomUUID(), randomUUID()]
    await Promise.all([pourOf(one, 'p-1', 100), pourOf(one, 'p-2', 20), pourOf(other, 'p-1', 3)].map((pour) => store.recordPour(pour)))
    await store.recordPour(pourOf(one, 'p-1', 100))
    await store.recordPour(pourOf(one, 'p-1', 999))
    expect(await store.fleetTotal()).toEqual({ pours: before.pours + 3, totalMl: before.totalMl + 123 })
  })

  it.each([
    { cursor: 'nonsense' }, forged({}), forged({ pk: 'a' }), forged({ pk: 'a', sk: 'b', more: 'c' }),
    forged({ pk: 'keg#other', sk: 'pour#p-1' }), forged({ pk: '', sk: '' }), forged({ pk: 1, sk: 2 }), forged([]), { limit: 0 },
    { limit: 1_001 }, { limit: 1.5 },
  ])('refuses the page %j', async (page) => {
    const store = await create()
    await expect(store.pours('k-1', page)).rejects.toBeInstanceOf(StoreError)
    await expect(store.kegs(page)).rejects.toBeInstanceOf(StoreError)
    await expect(store.kegs(page, 'berlin')).rejects.toBeInstanceOf(StoreError)
  })
}

const forged = (key: unknown) => ({ cursor: Buffer.from(JSON.stringify(key)).toString('base64url') })

function minuteCases(create: () => HotStore | Promise<HotStore>): void {
  it('keeps the parts of a minute once, newest first', async () => {
    const store = await create()
    const kegId = randomUUID()
    const spread = { min: 4, mean: 4.5, max: 5 }
    const minute = (takenAtMs: number, fromSeq: number): KegMinute => ({
      kegId, siteId: 'berlin', bootId: 'b-1', fromSeq, toSeq: fromSeq + 9, takenAtMs, readings: 10, celsius: spread, kilopascal: spread,
      pouring: 2, cooling: 0,
    })
    const [first, second, later] = [minute(1_790_000_040_000, 0), minute(1_790_000_040_000, 10), minute(1_790_000_100_000, 20)]
    for (const one of [first, later, second, first]) await store.recordMinute(one)
    expect((await store.minutes(kegId)).items).toEqual([later, second, first])
    expect((await store.minutes(kegId, { limit: 1 })).items).toEqual([later])
    expect((await store.minutes(kegId, {}, { fromMs: later.takenAtMs, toMs: later.takenAtMs + 1 })).items).toEqual([later])
    expect((await store.minutes(kegId, {}, { fromMs: first.takenAtMs, toMs: later.takenAtMs })).items).toEqual([second, first])
    expect(await store.keg(kegId)).toBeUndefined()
  })
}

function quarantineCases(create: () => HotStore | Promise<HotStore>): void {
  it('keeps what could not be counted, once, newest first', async () => {
    const store = await create()
    const entry = (id: string, receivedAtMs: number): QuarantineEntry => ({
      quarantineId: id, flow: 'pours', reason: 'the payload is not JSON', topic: 'keg/berlin/k-1/pours', receivedAtMs,
      payloadBase64: 'eA==', volumeMl: 5,
    })
    const [older, newer] = [entry(randomUUID(), 1_790_000_000_000), entry(randomUUID(), 1_790_000_000_001)]
    await store.quarantine(older)
    await store.quarantine(newer)
    await store.quarantine({ ...older, receivedAtMs: 1_790_000_000_002 })
    const mine = (await collect(allPages((page) => store.quarantined(page)))).filter(({ quarantineId }) =>
      [older.quarantineId, newer.quarantineId].includes(quarantineId),
    )
    expect(mine).toEqual([newer, { ...older, failures: 2 }])
  })

  it('counts what is in quarantine beyond the first page, which a table ends at 1 MB', async () => {
    const store = await create()
    const before = await store.countQuarantined()
    const payloadBase64 = 'A'.repeat(170_000)
    for (let index = 0; index < 8; index++) {
      await store.quarantine({
        quarantineId: randomUUID(), reason: 'the payload is not JSON', topic: 'keg/berlin/k-1/pours',
        receivedAtMs: 1_790_000_000_000 + index, payloadBase64,
      })
    }
    expect(await store.countQuarantined()).toBe(before + 8)
  })
}

/** An entry of its own for each case, and the replay of it. */
function newEntry(more: Partial<NewQuarantineEntry> = {}): { entry: NewQuarantineEntry; replay: Replay; kegId: string } {
  const [quarantineId, kegId] = [randomUUID(), randomUUID()]
  const entry = {
    quarantineId, flow: 'pours', reason: 'pourId: missing', topic: `keg/berlin/${kegId}/pours`, clientId: kegId,
    receivedAtMs: 1_790_000_000_100, payloadBase64: 'eA==', volumeMl: 300, ...more,
  }
  return { entry, replay: { quarantineId, failures: 1, replayedAtMs: 1_790_000_500_000 }, kegId }
}

const isListed = async (store: HotStore, { quarantineId }: NewQuarantineEntry): Promise<boolean> =>
  (await collect(allPages((page) => store.quarantined(page)))).some((listed) => listed.quarantineId === quarantineId)

function replayCases(create: () => HotStore | Promise<HotStore>): void {
  it('closes the entry of a replay as it books the pour, once, however often it is replayed', async () => {
    const store = await create()
    const { entry, replay, kegId } = newEntry()
    const before = await store.countQuarantined()
    await store.quarantine(entry)
    expect(await store.countQuarantined()).toBe(before + 1)
    expect(await store.recordPour(pourOf(kegId, 'p-1'), replay)).toBe('recorded')
    const closed = { ...entry, state: 'replayed', replayedAtMs: replay.replayedAtMs, bookedAs: `${kegId}/p-1` }
    expect(await store.recordPour(pourOf(kegId, 'p-1'), { ...replay, replayedAtMs: 1_790_000_600_000 })).toBe('duplicate')
    expect(await store.quarantinedEntry(entry.quarantineId)).toEqual(closed)
    expect(await store.countQuarantined()).toBe(before)
    expect(await isListed(store, entry)).toBe(false)
    expect(await store.keg(kegId)).toMatchObject({ pours: 1, totalMl: 300 })
  })

  it('closes the entry of a pour that was counted before, and leaves one open whose pour has another volume', async () => {
    const store = await create()
    const [same, other] = [newEntry(), newEntry()]
    for (const { entry, kegId } of [same, other]) {
      await store.quarantine(entry)
      await store.recordPour(pourOf(kegId, 'p-1', 300))
    }
    expect(await store.recordPour(pourOf(same.kegId, 'p-1', 300), same.replay)).toBe('duplicate')
    expect(await store.recordPour(pourOf(other.kegId, 'p-1', 400), other.replay)).toBe('conflict')
    expect([await isListed(store, same.entry), await isListed(store, other.entry)]).toEqual([false, true])
  })

  it('books one entry as no two pours', async () => {
    const store = await create()
    const { entry, replay, kegId } = newEntry()
    await store.quarantine(entry)
    const answers = await Promise.all(['p-1', 'p-2'].map((pourId) => store.recordPour(pourOf(kegId, pourId), replay)))
    expect(answers.sort()).toEqual(['duplicate', 'recorded'])
    expect(await store.keg(kegId)).toMatchObject({ pours: 1, totalMl: 300 })
  })

  it('counts a pour whose entry there is not', async () => {
    const store = await create()
    const { replay, kegId } = newEntry()
    expect(await store.recordPour(pourOf(kegId, 'p-1'), replay)).toBe('recorded')
    await store.closeQuarantined(replay)
    expect(await store.quarantinedEntry(replay.quarantineId)).toBeUndefined()
  })

  it('stays one entry that fails again, with the newer reason; what is in the ledger is never opened again', async () => {
    const store = await create()
    const { entry, replay, kegId } = newEntry()
    await store.quarantine(entry)
    await store.quarantine({ ...entry, reason: 'volumeMl: missing', receivedAtMs: 1_790_000_700_000 })
    expect(await store.quarantinedEntry(entry.quarantineId)).toEqual({ ...entry, reason: 'volumeMl: missing', failures: 2 })
    await store.recordPour(pourOf(kegId, 'p-1'), replay)
    await store.quarantine(entry)
    await store.closeQuarantined({ ...replay, replayedAtMs: 1 })
    expect(await store.quarantinedEntry(entry.quarantineId)).toMatchObject({
      state: 'replayed', replayedAtMs: replay.replayedAtMs, reason: 'volumeMl: missing',
    })
    expect(await isListed(store, entry)).toBe(false)
  })

  it('closes an entry of a flow that books nothing, and opens it where it fails after that', async () => {
    const store = await create()
    const { entry, replay } = newEntry({ flow: 'state' })
    await store.quarantine(entry)
    for (let times = 0; times < 2; times++) await store.closeQuarantined(replay)
    expect(await store.quarantinedEntry(entry.quarantineId)).toEqual({ ...entry, state: 'replayed', replayedAtMs: replay.replayedAtMs })
    expect(await isListed(store, entry)).toBe(false)
    await store.quarantine({ ...entry, reason: 'no such topic' })
    const failedAgain = { ...entry, reason: 'no such topic', failures: 2 }
    expect(await store.quarantinedEntry(entry.quarantineId)).toEqual(failedAgain)
    // The replay that failed is late with its word that it is done.
    await store.closeQuarantined(replay)
    expect(await store.quarantinedEntry(entry.quarantineId)).toEqual(failedAgain)
    expect(await isListed(store, entry)).toBe(true)
  })

  it('reads entries that were kept before entries told their flow as those of pours', async () => {
    const store = await create()
    const { entry: { flow: _flow, ...entry } } = newEntry()
    await store.quarantine(entry)
    expect(await store.quarantinedEntry(entry.quarantineId)).toEqual({ ...entry, flow: 'pours' })
    expect((await collect(allPages((page) => store.quarantined(page)))).find(({ quarantineId }) => quarantineId === entry.quarantineId))
      .toEqual({ ...entry, flow: 'pours' })
  })
}
