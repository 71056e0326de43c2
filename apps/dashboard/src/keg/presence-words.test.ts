import { expect, it } from 'vitest'
import { disconnectText, presenceWords } from './presence-words.ts'
import type { StateWords } from './state-words.ts'

const connected = { connected: true, sinceMs: 5 }
const gone = { connected: false, sinceMs: 5, reason: 'CONNECTION_LOST' }

it.each<[string, Parameters<typeof presenceWords>[0], Parameters<typeof presenceWords>[1], boolean, StateWords]>([
  ['is connected', connected, {}, false, { kind: 'good', text: 'connected since 5' }],
  ['is connected, and says nothing', connected, { heardAtMs: 6 }, true, { kind: 'good', text: 'connected since 5' }],
  ['went', gone, { heardAtMs: 5 }, false, { kind: 'bad', text: 'not connected since 5: the line was cut (CONNECTION_LOST)' }],
  ['went, and speaks', gone, { heardAtMs: 9_000 }, false, { kind: 'good', text: 'heard of since its connection ended' }],
  ['went, spoke, and is silent', gone, { heardAtMs: 9_000 }, true, { kind: 'unknown', text: 'unknown, last heard of 9000' }],
  ['is heard of by a gateway', undefined, { gatewayId: 'g-1', heardAtMs: 5 }, false, { kind: 'good', text: 'behind the gateway g-1' }],
  ['went behind a gateway', gone, { gatewayId: 'g-1', heardAtMs: 5 }, false, { kind: 'good', text: 'behind the gateway g-1' }],
  [
    'was heard of by a gateway', undefined, { gatewayId: 'g-1', heardAtMs: 5 }, true,
    { kind: 'unknown', text: 'unknown, behind the gateway g-1, last heard of 5' },
  ],
  ['is heard of', undefined, { heardAtMs: 5 }, false, { kind: 'good', text: 'heard of, over no connection of its own' }],
  ['was heard of', undefined, { heardAtMs: 5 }, true, { kind: 'unknown', text: 'unknown, last heard of 5' }],
  ['is not heard of', undefined, {}, false, { kind: 'unknown', text: 'unknown' }],
])('says that a keg %s', (_, presence, heard, isSilent, words) => {
  expect(presenceWords(presence, heard, isSilent, String)).toEqual(words)
})

it.each([[undefined, 'no reason was told'], ['NEW_REASON', 'NEW_REASON'], ['constructor', 'constructor']])('a connection ended by %s: %s', (reason, text) => {
  expect(disconnectText(reason)).toBe(text)
})
