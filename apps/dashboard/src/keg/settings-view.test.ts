import { expect, it } from 'vitest'
import { newestShown, settingRows, wishState, type ShownSettings } from './settings-view.ts'

const state = (version: number) => ({ kegId: 'k-1', version, timestampSec: 1 })

it.each<[string, number | undefined, number | undefined, number | undefined]>([
  ['neither', undefined, undefined, undefined], ['the API alone', 3, undefined, 3], ['the line alone', undefined, 3, 3],
  ['a line that is behind', 4, 3, 4], ['an API that is behind', 3, 4, 4],
])('shows the newer settings: of %s', (_, stored, live, version) => {
  expect(newestShown(
    stored === undefined ? undefined : { version: stored }, live === undefined ? undefined : state(live),
  )?.version).toBe(version)
})

it.each<[string, Omit<ShownSettings, 'version'>, Record<string, unknown>]>([
  ['nothing is set', {}, { name: 'target temperature', desired: undefined, reported: undefined, isPending: false }],
  [
    'the keg has it', { desired: { targetCelsius: 4 }, reported: { targetCelsius: 4 } },
    { name: 'target temperature', desired: '4.0 °C', reported: '4.0 °C', isPending: false },
  ],
  [
    'the keg has another', { desired: { targetCelsius: 4 }, reported: { targetCelsius: 5 }, desiredMetadata: { targetCelsius: { timestamp: 7 } } },
    { name: 'target temperature', desired: '4.0 °C', reported: '5.0 °C', isPending: true, sinceMs: 7_000 },
  ],
  [
    'the keg closed its valve by itself', { reported: { valve: 'closed', valveReason: 'warm' } },
    { name: 'valve', desired: undefined, reported: 'closed: warm', isPending: false },
  ],
  ['the keg measures often', { desired: { intervalSec: 1 } }, { name: 'measures every', desired: '1 s', isPending: true }],
  [
    'it is told of another site', { desired: { siteId: 'munich' }, reported: { siteId: 'berlin' } },
    { name: 'site', desired: 'munich', reported: 'berlin', isPending: false, isWish: false },
  ],
  ['it runs something', { reported: { firmware: '1.3.0' } }, { name: 'firmware', reported: '1.3.0', isPending: false }],
])('tells of a setting where %s', (_, settings, row) => {
  expect(settingRows({ version: 1, ...settings })).toContainEqual(expect.objectContaining(row))
})

it.each<[string, ShownSettings | undefined, string]>([
  ['nothing is known yet', undefined, 'pending'],
  ['what is known is older', { version: 6, reported: { targetCelsius: 4 } }, 'pending'],
  ['the keg has not reported it', { version: 7, desired: { targetCelsius: 4 }, reported: { targetCelsius: 5 } }, 'pending'],
  ['the keg has reported it', { version: 8, desired: { targetCelsius: 4 }, reported: { targetCelsius: 4 } }, 'done'],
  ['somebody wished otherwise', { version: 9, desired: { targetCelsius: 3 }, reported: { targetCelsius: 3 } }, 'overridden'],
])('a wish where %s is %s', (_, now, expected) => {
  expect(wishState('targetCelsius', { value: 4, version: 7 }, now)).toBe(expected)
})
