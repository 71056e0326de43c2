import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ODD_THROWS } from '../testing/supervised-world.ts'
import { DeviceError, isDeviceError, messageOf } from './device-error.ts'

it.each<[what: string, thrown: unknown, message: string]>([
  ['an error', new Error('a table is missing'), 'a table is missing'],
  ['a text', 'no beer', 'no beer'],
  ['nothing', undefined, 'undefined'],
  ['a symbol', Symbol('odd'), 'Symbol(odd)'],
  ['a message that is a symbol', Object.assign(new Error('bare'), { message: Symbol('odd') }), 'Symbol(odd)'],
  ...Object.entries(ODD_THROWS).map(([what, thrown]): [string, unknown, string] => [what, thrown(), 'something that has no text']),
])('says of %s what it is', (_, thrown, message) => {
  expect(messageOf(thrown)).toBe(message)
})

it('says something of whatever there is', () => {
  fc.assert(fc.property(fc.anything({ withNullPrototype: true }), (thrown) => typeof messageOf(thrown) === 'string'))
})

it('tells its own errors by their code', () => {
  const error = new DeviceError('NO_ANSWER', 'the line was cut')
  expect([isDeviceError(error, 'NO_ANSWER'), isDeviceError(error, 'REFUSED'), isDeviceError(new Error('x'), 'REFUSED')]).toEqual([true, false, false])
  for (const thrown of Object.values(ODD_THROWS)) expect(isDeviceError(thrown(), 'REFUSED')).toBe(false)
})
