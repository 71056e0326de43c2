import { expect, it } from 'vitest'
import { disconnectText, presenceWords } from './presence-words.ts'

it.each<[string, Parameters<typeof presenceWords>[0], string | undefined, unknown]>([
  ['is connected', { connected: true, sinceMs: 5 }, undefined, { kind: 'good', text: 'connected since 5' }],
  ['is not', { connected: false, reason: 'CONNECTION_LOST' }, 'g-1', { kind: 'bad', text: 'not connected: the line was cut (CONNECTION_LOST)' }],
  ['is heard of by a gateway', undefined, 'g-1', { kind: 'unknown', text: 'behind the gateway g-1' }],
  ['is not heard of', undefined, undefined, { kind: 'unknown', text: 'unknown' }],
])('says that a keg %s', (_, presence, gatewayId, words) => {
  expect(presenceWords(presence, gatewayId, String)).toEqual(words)
})

it.each([[undefined, 'no reason was told'], ['NEW_REASON', 'NEW_REASON'], ['constructor', 'constructor']])('a connection ended by %s: %s', (reason, text) => {
  expect(disconnectText(reason)).toBe(text)
})
