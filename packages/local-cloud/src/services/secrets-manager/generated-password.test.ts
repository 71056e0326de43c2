import fc from 'fast-check'
import { expect, it } from 'vitest'
import { generatedPassword } from './generated-password.ts'

const kinds = [
  ['excludeLowercase', /[a-z]/], ['excludeUppercase', /[A-Z]/], ['excludeNumbers', /[0-9]/], ['excludePunctuation', /[^A-Za-z0-9 ]/],
] as const

it('has the length asked for, one of each kind that is included and none that is excluded', () => {
  const options = fc.record({
    length: fc.integer({ min: 8, max: 64 }),
    excludeLowercase: fc.boolean(),
    excludeUppercase: fc.boolean(),
    excludeNumbers: fc.boolean(),
    excludePunctuation: fc.boolean(),
    excludeCharacters: fc.constantFrom('', '"@/\\', 'lI1O0'),
  })
  fc.assert(fc.property(options, fc.infiniteStream(fc.nat()), (chosen, numbers) => {
    fc.pre(kinds.some(([name]) => !chosen[name]))
    const password = generatedPassword(chosen, (limit) => Number(numbers.next().value) % limit)
    expect(password).toHaveLength(chosen.length)
    for (const [name, characters] of kinds) expect(characters.test(password)).toBe(!chosen[name])
    for (const character of chosen.excludeCharacters) expect(password).not.toContain(character)
  }))
})

it('refuses to choose from nothing', () => {
  const none = { excludeLowercase: true, excludeUppercase: true, excludeNumbers: true, excludePunctuation: true }
  expect(() => generatedPassword(none, () => 0)).toThrow(RangeError)
})
