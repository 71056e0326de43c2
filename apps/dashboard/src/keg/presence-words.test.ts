import { expect, it } from 'vitest'
import { disconnectText, presenceWords } from './presence-words.ts'

it.each<[string, Parameters<typeof presenceWords>[0], Parameters<typeof presenceWords>[1], unknown]>([
  ['is connected', { connected: true, sinceMs: 5 }, {}, { kind: 'good', text: 'connected since 5' }],
  ['is not', { connected: false, reason: 'CONNECTION_LOST' }, { heardAtMs: 5 }, { kind: 'bad', text: 'not connected: the line was cut (CONNECTION_LOST)' }],
  ['is heard of by a gateway', undefined, { gatewayId: 'g-1' }, { kind: 'good', text: 'behind the gateway g-1' }],
  ['is heard of', undefined, { heardAtMs: 5 }, { kind: 'good', text: 'heard of, over no connection of its own' }],
  ['is not heard of', undefined, {}, { kind: 'unknown', text: 'unknown' }],
])('says that a keg %s', (_, presence, live, words) => {
  expect(presenceWords(presence, live, String)).toEqual(words)
})

it.each([[undefined, 'no reason was told'], ['NEW_REASON', 'NEW_REASON'], ['constructor', 'constructor']])('a connection ended by %s: %s', (reason, text) => {
  expect(disconnectText(reason)).toBe(text)
})
