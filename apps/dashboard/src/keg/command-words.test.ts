import { expect, it } from 'vitest'
import { orderText, reasonText } from './command-words.ts'

it('says what a keg is to do', () => {
  expect([orderText({ kind: 'pour', volumeMl: 300 }), orderText({ kind: 'reboot' })]).toEqual(['pour 300 ml', 'reboot'])
})

it.each([
  [undefined, undefined], [{ reasonCode: 'VALVE_CLOSED' }, 'the valve is closed'], [{ reasonCode: 'toString' }, 'toString'],
  [{ reasonCode: 'BAD_PAYLOAD', reasonDescription: 'no JSON' }, 'BAD_PAYLOAD (no JSON)'],
])('says why: %j', (reason, text) => {
  expect(reasonText(reason)).toBe(text)
})
