import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { CLEARED_KEPT_MS, type AlertEvent, type AlertStore, type AlertWord } from '../alert-store.ts'
import { allPages, StoreError } from '../hot-store.ts'

/** The cases that every store of alerts passes. They make sites and kegs of their own, so a store with others in it will do. */
export function alertSuite(name: string, create: () => AlertStore | Promise<AlertStore>): void {
  describe(`${name} as a store of alerts`, () => {
    pairCases(create)
    listCases(create)
  })
}

type Create = () => AlertStore | Promise<AlertStore>

const NOW_MS = Date.now()
const word = (receivedAtMs: number, message: string): AlertWord => ({
  takenAtMs: receivedAtMs - 100, receivedAtMs, message, value: 12.5, limit: 9,
})

/** What is said of one new alert. */
function newAlert(more: Partial<AlertEvent> = {}) {
  const base = { kegId: randomUUID(), alertId: randomUUID(), siteId: randomUUID(), kind: 'overTemperature', ...more } as const
  const raised: AlertEvent = { ...base, event: 'raised', word: word(NOW_MS, 'It is warm.') }
  const cleared: AlertEvent = { ...base, event: 'cleared', word: word(NOW_MS + 60_000, 'It is cold again.') }
  return { base, raised, cleared, whole: { ...base, raised: raised.word, cleared: cleared.word } }
}

async function open(store: AlertStore, siteId?: string): Promise<string[]> {
  const ids: string[] = []
  for await (const { alertId } of allPages((page) => store.openAlerts({ ...page, siteId }))) ids.push(alertId)
  return ids
}

function pairCases(create: Create): void {
  it('keeps an alert as raised, then as over, each once, however often it is said and in whatever words', async () => {
    const store = await create()
    const { base, raised, cleared, whole } = newAlert()
    expect(await store.alert(base)).toBeUndefined()
    expect(await store.recordAlert(raised)).toBe('recorded')
    expect(await store.recordAlert({ ...raised, siteId: 'elsewhere', kind: 'gasLow', word: word(NOW_MS + 1, 'It is hot.') }))
      .toBe('duplicate')
    expect(await store.alert(base)).toEqual({ ...base, raised: raised.word })
    expect(await open(store, base.siteId)).toEqual([base.alertId])
    expect(await store.recordAlert(cleared)).toBe('recorded')
    for (const again of [raised, cleared]) expect(await store.recordAlert(again)).toBe('duplicate')
    expect(await store.alert(base)).toEqual(whole)
    expect(await open(store, base.siteId)).toEqual([])
  })

  it('pairs what comes the other way round: what is over is never open', async () => {
    const store = await create()
    const { base, raised, cleared, whole } = newAlert()
    expect(await store.recordAlert(cleared)).toBe('recorded')
    expect(await store.alert(base)).toEqual({ ...base, cleared: cleared.word })
    expect(await store.recordAlert(raised)).toBe('recorded')
    expect(await store.recordAlert(raised)).toBe('duplicate')
    expect(await store.alert(base)).toEqual(whole)
    expect(await open(store, base.siteId)).toEqual([])
  })

  it('pairs what comes at once, as it pairs what comes in turn', async () => {
    const store = await create()
    const { base, raised, cleared, whole } = newAlert()
    const answers = await Promise.all([raised, cleared, raised, cleared].map((event) => store.recordAlert(event)))
    expect(answers.sort()).toEqual(['duplicate', 'duplicate', 'recorded', 'recorded'])
    expect(await store.alert(base)).toEqual(whole)
    expect(await open(store, base.siteId)).toEqual([])
  })

  it('tells the alerts of two kegs apart, though their ids are the same', async () => {
    const store = await create()
    const first = newAlert()
    const second = newAlert({ alertId: first.base.alertId })
    await store.recordAlert(first.raised)
    await store.recordAlert(second.cleared)
    expect(await store.alert(first.base)).toEqual({ ...first.base, raised: first.raised.word })
  })

  it('lets go of what is over for longer than it is kept', async () => {
    const store = await create()
    const { base, raised, cleared } = newAlert()
    await store.recordAlert(raised)
    await store.recordAlert({ ...cleared, word: word(NOW_MS - CLEARED_KEPT_MS - 10_000, 'Long ago.') })
    expect(await store.alert(base)).toBeUndefined()
  })
}

function listCases(create: Create): void {
  it('lists what is open at a site, newest first, page by page, and all of it site by site', async () => {
    const store = await create()
    // One name begins as the other does.
    const siteId = randomUUID()
    const [here, there] = [siteId, `${siteId}-2`]
    const ids = new Map<string, string>()
    for (const [name, of, receivedAtMs] of [
      ['old', here, NOW_MS - 2], ['newest', here, NOW_MS], ['other', there, NOW_MS + 5], ['newer', here, NOW_MS - 1],
    ] as const) {
      const { base, raised } = newAlert({ siteId: of })
      ids.set(name, base.alertId)
      await store.recordAlert({ ...raised, word: word(receivedAtMs, name) })
    }
    const named = (...names: string[]) => names.map((name) => ids.get(name))
    expect(await open(store, here)).toEqual(named('newest', 'newer', 'old'))
    const first = await store.openAlerts({ siteId: here, limit: 2 })
    expect(first.items.map(({ alertId }) => alertId)).toEqual(named('newest', 'newer'))
    const rest = await store.openAlerts({ siteId: here, limit: 2, cursor: first.cursor ?? 'no cursor' })
    expect(rest.items.map(({ raised }) => raised?.message)).toEqual(['old'])
    expect((await open(store)).filter((id) => [...ids.values()].includes(id))).toEqual(named('newest', 'newer', 'old', 'other'))
  })

  it.each([{ cursor: 'nonsense' }, { limit: 0 }, { limit: 1_001 }])('refuses the page %j', async (page) => {
    await expect((await create()).openAlerts(page)).rejects.toBeInstanceOf(StoreError)
  })
}
