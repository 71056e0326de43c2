import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pour, telemetry } from '@keg/message-schemas/keg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { duckDbEngine, filesIn, rowsOfFile } from './adapters/duckdb.ts'
import { valueOf, type ColdEngine } from './engine.ts'
import { coldFiles } from './layout.ts'
import { daysBefore, questions, questionSql } from './questions.ts'
import { coldTables, columnsOf } from './tables.ts'
import { sampleAnswers, sampleRows, writeSample } from './testing/sample.ts'

const folder = await mkdtemp(join(tmpdir(), 'keg-cold-'))
const copy = join(folder, 'a copy')
const days = { from: '2026-11-20', to: '2026-11-21' }
let engine: ColdEngine
beforeAll(async () => {
  await writeSample(copy)
  engine = await duckDbEngine(copy)
})
afterAll(async () => {
  await engine.close()
  await rm(folder, { recursive: true })
})

const objectsOf = ({ columns, rows }: Awaited<ReturnType<ColdEngine['query']>>) =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])))

it.each(Object.entries(questions))('answers %s, each pour and reading once', async (name, question) => {
  expect(objectsOf(await engine.query(questionSql(question, days)))).toEqual(sampleAnswers[name])
})

it.each(Object.entries(questions))('%s is asked in words that Trino has too, and names what its plot shows', async (_, question) => {
  const sql = questionSql(question, days)
  expect(sql).not.toMatch(/[{}]|undefined|NaN/)
  // Trino divides whole numbers without a fraction, and has no casts by "::", no QUALIFY, no EXCLUDE, and no GROUP BY ALL.
  expect(sql).not.toMatch(/::|\bqualify\b|\bexclude\b|\bilike\b|\ball\b/i)
  const { columns } = await engine.query(sql)
  expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining([...question.plot.labels, question.plot.value]))
})

it('answers no rows, rather than none at all, of days on which nothing came', async () => {
  for (const question of Object.values(questions))
    expect((await engine.query(questionSql(question, { from: '2025-01-01', to: '2025-01-02' }))).rows).toEqual([])
})

it('asks by the settings', async () => {
  const of = async (name: keyof typeof questions, settings: object) =>
    objectsOf(await engine.query(questionSql(questions[name], { ...days, ...settings })))
  expect(await of('empties', { capacityMl: 50_000 })).toMatchObject([{ litresleft: 20.45 }, { litresleft: 49.6 }])
  expect(await of('warm', { warmCelsius: 10 })).toEqual([])
  expect(await of('waste', { smallMl: 301 })).toMatchObject([{ wastedlitres: 0.35 }, {}])
  expect(await of('slow', { limit: 1 })).toHaveLength(1)
  expect(daysBefore('2026-03-01', 7)).toBe('2026-02-23')
})

it('has the members of the messages as columns, in lower case', () => {
  for (const [table, message] of [['telemetry', telemetry], ['pours', pour]] as const) {
    const members = Object.keys(coldTables[table]).filter((member) => !['siteId', 'kegId', 'receivedAtMs'].includes(member))
    // Whose pour it was stays in the bar, and the version is that of the table.
    expect(Object.keys(message.schema.shape).sort()).toEqual(expect.arrayContaining(members))
    expect(Object.keys(columnsOf(table)).every((name) => name === name.toLowerCase())).toBe(true)
  }
})

it('has a column for each whole number that a message can hold', () => {
  const BEYOND_INT = 2 ** 31
  for (const [table, message] of [['telemetry', telemetry], ['pours', pour]] as const) {
    const fields = new Map(Object.entries(message.schema.shape))
    const tooNarrow = Object.entries(coldTables[table]).filter(([member, type]) =>
      type === 'int' && fields.get(member)?.safeParse(BEYOND_INT).success !== false)
    expect(tooNarrow).toEqual([])
  }
})

it('reads a file\'s rows with the message\'s own names', async () => {
  const [file] = (await filesIn(copy)).filter(({ table, day }) => table === 'pours' && day === '2026-11-20')
  if (file === undefined) throw new Error('There is no such file')
  expect(objectsOf(await rowsOfFile(file))).toEqual(sampleRows.pours['2026-11-20'])
})

it('finds files by table and day, wherever the folder begins', () => {
  const paths = [
    'data/pours/day=2026-11-20/a', 'pours/day=2026-11-19/b.parquet', 'data\\telemetry\\day=2026-11-20\\c', 'results/x.csv',
    'errors/pours/format-conversion-failed/d', 'pours/day=2026-11-20/.crc', 'pours/day=2026-11-20/_temporary', 'other/day=2026-11-20/e',
    'pours/f',
  ]
  expect(coldFiles(paths).map(({ path, table, day }) => [path, table, day])).toEqual([
    ['pours/day=2026-11-19/b.parquet', 'pours', '2026-11-19'], ['data/pours/day=2026-11-20/a', 'pours', '2026-11-20'],
    ['data\\telemetry\\day=2026-11-20\\c', 'telemetry', '2026-11-20'],
  ])
})

it('touches nothing outside of its folder', async () => {
  await writeFile(join(folder, 'secret.csv'), 'a\n1')
  for (const sql of [
    `SELECT * FROM '${join(folder, 'secret.csv')}'`, `COPY (SELECT 1) TO '${join(folder, 'out.csv')}'`, 'SET enable_external_access = true',
  ]) {
    await expect(engine.query(sql), sql).rejects.toMatchObject({ code: 'QUERY_FAILED' })
  }
})

it('says what is wrong: with SQL, with an empty folder, with a file that is no Parquet, without DuckDB', async () => {
  await expect(engine.query('SELEC 1')).rejects.toMatchObject({ code: 'QUERY_FAILED', message: expect.stringContaining('syntax error') })
  const [empty, broken] = [join(folder, 'empty'), join(folder, 'broken')]
  await mkdir(empty)
  await mkdir(join(broken, 'pours/day=2026-11-20'), { recursive: true })
  await writeFile(join(broken, 'pours/day=2026-11-20/part'), 'no Parquet at all')
  await expect(duckDbEngine(empty)).rejects.toMatchObject({
    code: 'NO_DATA', message: expect.stringContaining('telemetry/day=…/ or pours/day=…/'),
  })
  await expect(duckDbEngine(broken)).rejects.toMatchObject({ code: 'QUERY_FAILED', message: expect.stringContaining('part') })
  await expect(duckDbEngine(copy, { packageName: '@duckdb/missing' })).rejects.toMatchObject({
    code: 'ENGINE_MISSING', message: expect.stringContaining('npm install @duckdb/node-api'),
  })
})

it.each<[Parameters<typeof valueOf>[0], unknown, unknown]>([
  ['number', '12', 12], ['number', '1.5E-4', 0.00015], ['number', '9007199254740993', '9007199254740993'], ['number', 'NaN', 'NaN'],
  ['number', null, null], ['boolean', 'true', true], ['boolean', false, false], ['text', '12', '12'], ['text', { a: 1 }, '{"a":1}'],
  ['text', undefined, null],
])('reads %s %j as %j', (kind, written, value) => expect(valueOf(kind, written)).toBe(value))
