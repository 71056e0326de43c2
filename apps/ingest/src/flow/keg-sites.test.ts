import { expect, it } from 'vitest'
import { rememberedSites, whyNotFor } from './keg-sites.ts'

function registry(sites: Record<string, string>) {
  const clock = { nowMs: 0 }
  const asked: string[] = []
  const remembered = rememberedSites(async (kegId) => (asked.push(kegId), sites[kegId]), () => clock.nowMs)
  return { sites, clock, asked, remembered }
}

it('asks once in five minutes for a keg that stands where it is said to', async () => {
  const { clock, asked, remembered } = registry({ 'k-1': 'berlin' })
  for (const at of [0, 1_000, 299_999, 300_000]) {
    clock.nowMs = at
    expect(await remembered.isAt('k-1', 'berlin')).toBe(true)
  }
  expect(asked).toEqual(['k-1', 'k-1'])
})

it('hears of a keg that was moved within ten seconds', async () => {
  const { sites, clock, asked, remembered } = registry({ 'k-1': 'berlin' })
  expect(await remembered.isAt('k-1', 'munich')).toBe(false)
  sites['k-1'] = 'munich'
  clock.nowMs = 9_999
  expect(await remembered.isAt('k-1', 'munich')).toBe(false)
  clock.nowMs = 10_000
  expect(await remembered.isAt('k-1', 'munich')).toBe(true)
  expect(asked).toHaveLength(2)
})

it('asks again after the registry could not be asked', async () => {
  const answers = [() => Promise.reject(new Error('throttled')), async () => 'berlin']
  const remembered = rememberedSites(() => (answers.shift() ?? (async () => undefined))(), () => 0)
  await expect(remembered.isAt('k-1', 'berlin')).rejects.toThrow('throttled')
  expect(await remembered.isAt('k-1', 'berlin')).toBe(true)
})

it('forgets what it was told first where there are too many kegs', async () => {
  const { asked, remembered } = registry({})
  for (let index = 0; index <= 10_000; index += 1) await remembered.isAt(`k-${index}`, 'berlin')
  await remembered.isAt('k-10000', 'berlin')
  await remembered.isAt('k-0', 'berlin')
  expect(asked).toHaveLength(10_002)
})

const replay = { quarantineId: 'q', failures: 1, replayedAtMs: 1 }
it.each([
  ['the keg itself', { clientId: 'k-2' }, 'k-2', undefined],
  ['a gateway, for a keg of its site', { clientId: 'gw-1' }, 'k-1', undefined],
  [
    'a gateway, for a keg of another site', { clientId: 'gw-1' }, 'k-2',
    'the registry has no keg k-2 at berlin, and gw-1 speaks for no other',
  ],
  ['a gateway, for a keg that is none', { clientId: 'gw-1' }, 'k-9', 'the registry has no keg k-9 at berlin, and gw-1 speaks for no other'],
  ['nobody known', {}, 'k-2', 'the registry has no keg k-2 at berlin, and its sender speaks for no other'],
  ['a replay', { clientId: 'gw-1', replay }, 'k-2', undefined],
])('%s may speak or not', async (_, message, kegId, why) => {
  expect(await whyNotFor({ kegId, siteId: 'berlin' }, message, registry({ 'k-1': 'berlin', 'k-2': 'munich' }).remembered)).toBe(why)
})
