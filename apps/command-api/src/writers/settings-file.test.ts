import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { resultFile, resultKey, type RowResult } from './result-file.ts'
import { MAX_BYTES, MAX_ROWS, readSettingsFile } from './settings-file.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rowsOf = (text: string) => {
  const file = readSettingsFile(bytes(text))
  if (!file.ok) throw new Error(file.reason)
  return file.rows
}

describe('a file', () => {
  it.each<[string, string, readonly [string, object][]]>([
    ['with one setting', 'kegId,targetCelsius\nk-1,4\nk-2,5.5', [['k-1', { targetCelsius: 4 }], ['k-2', { targetCelsius: 5.5 }]]],
    ['with all settings, in any order', 'valve,intervalSec,kegId,targetCelsius\nopen,10,k-1,4', [
      ['k-1', { valve: 'open', intervalSec: 10, targetCelsius: 4 }],
    ]],
    ['with cells that set nothing', 'kegId,targetCelsius,valve\nk-1,,closed\nk-2,4,', [
      ['k-1', { valve: 'closed' }], ['k-2', { targetCelsius: 4 }],
    ]],
    ['as Excel writes it', '\uFEFFkegId,targetCelsius\r\n"k-1","4"\r\n\r\nk-2, 5 \r\n', [
      ['k-1', { targetCelsius: 4 }], ['k-2', { targetCelsius: 5 }],
    ]],
    ['with a header alone', 'kegId,targetCelsius\n', []],
  ])('%s has a wish for each row', (_, text, expected) => {
    expect(rowsOf(text).map(({ kegId, wish }) => [kegId, wish.ok ? wish.desired : wish.reason])).toEqual(expected)
  })

  it.each<[string, Uint8Array, RegExp]>([
    ['that is empty', bytes(''), /no column kegId/],
    ['without kegs', bytes('targetCelsius\n4'), /no column kegId; .*kegId,targetCelsius,valve,intervalSec/],
    ['with semicolons', bytes('kegId;targetCelsius\nk-1;4,5'), /has ";" between its names, and the separator is ","/],
    [
      'with semicolons, as Excel writes it', bytes('\uFEFF"kegId";"valve"\r\n"k-1";"open"\r\n'),
      /has ";" between its names, and the separator is ","/,
    ],
    ['with tabs', bytes('valve\tkegId\nopen\tk-1'), /has a tab between its names, and the separator is ","/],
    ['with bars', bytes('kegId|valve\nk-1|open'), /no column kegId; .*separated by commas/],
    ['with a setting that there is not', bytes('kegId,targetCelcius\nk-1,4'), /no setting "targetCelcius"/],
    ['with a setting that is not for people', bytes('kegId,siteId\nk-1,berlin'), /no setting "siteId"/],
    ['with a column twice', bytes('kegId,valve,valve\nk-1,open,closed'), /column valve is there twice/],
    ['whose quote has no end', bytes('kegId,targetCelsius\nk-1,"4\nk-2,5'), /no CSV: .*[Qq]uot/],
    ['that is no text', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), /UTF-8/],
    ['with zero bytes', bytes('kegId\0,valve'), /no text/],
    ['that is too large', new Uint8Array(MAX_BYTES + 1), /2097153 bytes, and at most 2097152/],
    ['with too many rows', bytes(`kegId,targetCelsius\n${'k,4\n'.repeat(MAX_ROWS + 1)}`), /more than 10000 rows/],
  ])('%s is refused as a whole', (_, file, reason) => {
    const read = readSettingsFile(file)
    expect(read.ok ? 'taken' : read.reason).toMatch(reason)
  })

  it('with as many rows as it may have is taken', () => {
    expect(rowsOf(`kegId,targetCelsius\n${Array.from({ length: MAX_ROWS }, (_, index) => `k-${index},4`).join('\n')}`))
      .toHaveLength(MAX_ROWS)
  })
})

describe('a row', () => {
  it.each<[string, string, string, RegExp]>([
    ['of no keg', ',4,', 'refused', /kegId/],
    ['of an id that is none', 'k/1,4,', 'refused', /kegId: expected 1 to 128 letters/],
    ['that sets nothing', 'k-9,,', 'refused', /nothing to set/],
    ['that is too warm', 'k-9,40,', 'refused', /targetCelsius/],
    ['of a number that is none', 'k-9,4°,', 'refused', /targetCelsius/],
    ['of a number as some write it', 'k-9,"4,5",', 'refused', /targetCelsius/],
    ['of a number that only a program would write', 'k-9,0x4,', 'refused', /targetCelsius/],
    ['of no such valve', 'k-9,4,ajar', 'refused', /valve/],
    ['with a cell too few', 'k-9,4', 'refused', /2 cells, the first line 3/],
    ['with a cell too many', 'k-9,4,open,x', 'refused', /4 cells/],
    ['of a keg that was there', 'k-1,6,', 'duplicate row', /row 1 is of the same keg/],
  ])('%s is told by itself, and those around it are taken', (_, line, outcome, reason) => {
    const [first, bad, last] = rowsOf(`kegId,targetCelsius,valve\nk-1,4,\n${line}\nk-2,5,open`)
    expect(bad).toMatchObject({ row: 2, wish: { ok: false, outcome, reason: expect.stringMatching(reason) } })
    expect([first?.wish, last?.wish]).toEqual([
      { ok: true, desired: { targetCelsius: 4 } }, { ok: true, desired: { targetCelsius: 5, valve: 'open' } },
    ])
  })
})

it('reads whatever comes without failing, and has a verdict for each row of it', () => {
  const cell = fc.oneof(fc.constantFrom('k-1', 'k-2', '4', '', 'open', '"'), fc.string({ maxLength: 6 }))
  fc.assert(fc.property(fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 8 }), fc.boolean(), (lines, hasHeader) => {
    const file = readSettingsFile(
      bytes([...(hasHeader ? ['kegId,targetCelsius,valve'] : []), ...lines.map((cells) => cells.join(','))].join('\n')),
    )
    if (!file.ok) return void expect(file.reason).not.toBe('')
    expect(file.rows.map(({ row }) => row)).toEqual(file.rows.map((_, index) => index + 1))
    const taken = file.rows.filter(({ wish }) => wish.ok).map(({ kegId }) => kegId)
    expect(new Set(taken).size).toBe(taken.length)
  }))
})

it('writes results that a reader of CSV reads as they are, but for those that a spreadsheet would run', () => {
  const text = fc.oneof(
    fc.string(), fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"'), fc.string()).map(([first, rest]) => first + rest),
  )
  const result = fc.record({
    row: fc.nat(), kegId: text, outcome: fc.constantFrom<RowResult['outcome']>('changed', 'refused', 'no such keg'), reason: text,
  })
  const asText = (cell: string) => (['=', '+', '-', '@', '\t', '\r'].includes(cell.charAt(0)) ? `'${cell}` : cell)
  fc.assert(fc.property(fc.array(result), (results) => {
    const read: string[][] = parse(resultFile(results))
    expect(read).toEqual([
      ['row', 'kegId', 'outcome', 'reason'],
      ...results.map(({ row, kegId, outcome, reason }) => [String(row), asText(kegId), outcome, asText(reason)]),
    ])
  }))
})

it('quotes the beginning of a cell that is long, and gives a reason that is short', () => {
  const long = 'x'.repeat(1_000_000)
  expect(rowsOf(`kegId,targetCelsius\n${long},4`)).toEqual([
    { row: 1, kegId: `${'x'.repeat(127)}…`, wish: { ok: false, outcome: 'refused', reason: expect.stringMatching(/^kegId: expected/) } },
  ])
  expect(rowsOf(`kegId,targetCelsius\nk-1,${long}`)).toMatchObject([
    { wish: { ok: false, reason: expect.stringMatching(/^targetCelsius: .{1,200}$/) } },
  ])
  for (const header of [`kegId,${long}`, `kegId,${Array.from({ length: 10_000 }, (_, index) => `c${index}`).join(',')}`]) {
    const file = readSettingsFile(bytes(header))
    expect(file.ok ? 'taken' : file.reason).toMatch(/^there is no setting .{1,300}; columns are kegId,/)
  }
})

it.each([
  ['settings/a.csv', 'results/a.csv'], ['settings/2026/settings/b.csv', 'results/2026/settings/b.csv'],
])('tells the results of %s in %s', (key, expected) => {
  expect(resultKey(key)).toBe(expected)
})
