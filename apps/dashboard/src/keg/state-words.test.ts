import { isPending } from '@keg/message-schemas/keg'
import { expect, it } from 'vitest'
import type { ShownSettings } from './settings-view.ts'
import { healthWords, settingsWords, type StateWords } from './state-words.ts'

it.each<[string, number, boolean, StateWords]>([
  ['none is open', 0, true, { kind: 'good', text: 'no open alert' }],
  ['they can’t be read', 0, false, { kind: 'unknown', text: 'unknown' }],
  ['one came, and others can’t be read', 1, false, { kind: 'bad', text: '1 open alert' }],
  ['some are open', 2, true, { kind: 'bad', text: '2 open alerts' }],
])('tells of alerts where %s', (_, open, isKnown, words) => {
  expect(healthWords(open, isKnown)).toEqual(words)
})

it.each<[string, Omit<ShownSettings, 'version'> | undefined, StateWords]>([
  ['nothing is known', undefined, { kind: 'unknown', text: 'unknown' }],
  ['the shadow is empty', {}, { kind: 'unknown', text: 'unknown' }],
  ['it reported', { reported: { targetCelsius: 4 } }, { kind: 'good', text: 'in sync' }],
  ['it does not what is wished', { desired: { targetCelsius: 4 } }, { kind: 'pending', text: 'pending: target temperature' }],
  ['it is told of another site', { desired: { siteId: 'munich' }, reported: { siteId: 'berlin' } }, { kind: 'good', text: 'in sync' }],
])('tells of settings where %s, as the fleet does', (_, settings, words) => {
  expect(settingsWords(settings && { version: 1, ...settings })).toEqual(words)
  expect(isPending(settings ?? {})).toBe(words.kind === 'pending')
})
