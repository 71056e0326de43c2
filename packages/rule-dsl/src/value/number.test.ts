import { Decimal as Reference } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson, writeJson } from './json.ts'
import { calculate, compareNumbers, numberText, readNumber } from './number.ts'
import type { SqlNumber } from './value.ts'

const V2 = '2016-03-23'
const read = (text: string): SqlNumber => readNumber(text, V2) ?? expect.fail(`${text} is no number`)
/** decimal.js as the judge: 34 significant digits, half to even, the remainder with the sign of the dividend. */
const Judge = Reference.clone({
  precision: 34, rounding: Reference.ROUND_HALF_EVEN, modulo: Reference.ROUND_DOWN, toExpNeg: -9e15, toExpPos: 9e15,
})
const numeral = fc.stringMatching(/^-?(0|[1-9]\d{0,24})(\.\d{0,12}[1-9])?$/)

describe('numbers', () => {
  it('come out of JSON as they went in', () => {
    fc.assert(
      fc.property(numeral, (text) => {
        expect(writeJson(readJson(`{"n":[${text}]}`, V2))).toBe(`{"n":[${text === '-0' ? '0' : plain(text)}]}`)
      }),
      { numRuns: 2000 },
    )
  })
  it('are ordered as their decimals are, on doubles or not', () => {
    fc.assert(
      fc.property(numeral, numeral, (a, b) => {
        expect(Math.sign(compareNumbers(read(a), read(b)))).toBe(Math.sign(compareText(a, b)))
      }),
      { numRuns: 2000 },
    )
  })
  it.each([
    ['+', (a: Reference, b: Reference) => Judge.add(a, b)],
    ['-', (a: Reference, b: Reference) => Judge.sub(a, b)],
    ['*', (a: Reference, b: Reference) => Judge.mul(a, b)],
    ['/', (a: Reference, b: Reference) => (b.isZero() ? undefined : Judge.div(a, b))],
    ['%', (a: Reference, b: Reference) => (b.isZero() ? undefined : Judge.mod(a, b))],
  ] as const)('calculate %s as a reference does, to the last of 34 digits', (operator, judge) => {
    fc.assert(
      fc.property(numeral, numeral, (a, b) => {
        const value = calculate(operator, read(a), read(b), V2)
        const expected = judge(new Judge(a), new Judge(b))
        const given = value === undefined ? undefined : new Judge(numberText(value)).toString()
        // SQL knows no negative zero.
        expect(given).toBe(expected?.toString().replace(/^-0$/, '0'))
      }),
      { numRuns: 2000 },
    )
  })
  it('subtract what was added', () => {
    const short = fc.stringMatching(/^-?[1-9]\d{0,14}(\.\d{0,8}[1-9])?$/)
    fc.assert(
      fc.property(short, short, (a, b) => {
        const sum = calculate('+', read(a), read(b), V2) ?? expect.fail('no sum')
        expect(numberText(calculate('-', sum, read(b), V2) ?? expect.fail('no difference'))).toBe(numberText(read(a)))
      }),
      { numRuns: 2000 },
    )
  })
  it.each([
    ['1', '/', '3', '0.3333333333333333333333333333333333'],
    ['-2', '/', '3', '-0.6666666666666666666666666666666667'],
    ['0.1', '+', '0.2', '0.3'],
    ['9007199254740993', '*', '9007199254740993', '81129638414606699710187514626049'],
    ['-7', '%', '3', '-1'],
    ['5', '/', '0', undefined],
    ['1E999', '*', '10', undefined],
    ['1E-999', '/', '10', undefined],
  ] as const)('%s %s %s = %s', (a, operator, b, result) => {
    const value = calculate(operator, read(a), read(b), V2)
    expect(value === undefined ? undefined : compareNumbers(value, read(result ?? '0'))).toBe(result === undefined ? undefined : 0)
  })
  it.each([
    ['1E20', '100000000000000000000'],
    ['0.000001', '0.000001'],
    ['0.0000001', '1E-7'],
    ['1.50', '1.5'],
    ['10.0', '10'],
    ['1E999', '1E+999'],
  ])('%s is written %s', (text, written) => {
    expect(numberText(read(text))).toBe(written)
  })
})

/** As JSON.stringify writes small fractions that doubles hold. */
const plain = (text: string) => (/^-?0\.000000\d/.test(text) ? writeJson(read(text)) : text)

/** By the text alone: both to the same number of places, then as whole numbers. */
function compareText(a: string, b: string): number {
  const places = (text: string) => text.split('.')[1]?.length ?? 0
  const most = Math.max(places(a), places(b))
  const scaled = (text: string) => BigInt(text.replace('.', '') + '0'.repeat(most - places(text)))
  return Number(scaled(a) > scaled(b)) - Number(scaled(a) < scaled(b))
}
