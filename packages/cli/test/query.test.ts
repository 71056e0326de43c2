import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { coldTables, columnsOf, questions, type ColdTable } from '@keg/cold-store'
import { sampleAnswers, writeSample } from '@keg/cold-store/testing'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { plotOf, shownOf } from '../src/verbs/query/plot.ts'
import { begin, runVerb } from './in-process.ts'

// One sample of Parquet: in a bucket that Athena's own API asks, and in a folder that DuckDB asks.
const folder = mkdtempSync(join(tmpdir(), 'keg-query-'))
const [app, copy] = [join(folder, 'cdk.out'), join(folder, 'copy')]
const BUCKET = 'keg-cold-sample'

const table = (name: ColdTable) => ({
  Type: 'AWS::Glue::Table',
  Properties: {
    CatalogId: { Ref: 'AWS::AccountId' }, DatabaseName: { Ref: 'Database' },
    TableInput: {
      Name: name, TableType: 'EXTERNAL_TABLE', PartitionKeys: [{ Name: 'day', Type: 'string' }],
      Parameters: {
        'projection.enabled': 'true', 'projection.day.type': 'date', 'projection.day.format': 'yyyy-MM-dd',
        'projection.day.range': '2026-11-01,2026-11-30', 'storage.location.template': `s3://${BUCKET}/data/${name}/day=\${day}/`,
      },
      StorageDescriptor: {
        Location: `s3://${BUCKET}/data/${name}/`,
        SerdeInfo: { SerializationLibrary: 'org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe' },
        Columns: Object.entries(columnsOf(name)).map(([Name, Type]) => ({ Name, Type })),
      },
    },
  },
})
const template = {
  Resources: {
    Bucket: { Type: 'AWS::S3::Bucket', Properties: { BucketName: BUCKET } },
    Database: { Type: 'AWS::Glue::Database', Properties: { CatalogId: { Ref: 'AWS::AccountId' }, DatabaseInput: { Name: 'keg_sample' } } },
    WorkGroup: {
      Type: 'AWS::Athena::WorkGroup',
      Properties: { Name: 'keg-sample', WorkGroupConfiguration: { ResultConfiguration: { OutputLocation: `s3://${BUCKET}/results/` } } },
    },
    ...Object.fromEntries(Object.keys(coldTables).map((name) => [`Table${name}`, table(name as ColdTable)])),
  },
  Outputs: { ColdDatabase: { Value: { Ref: 'Database' } }, ColdWorkGroup: { Value: 'keg-sample' } },
}

let cloud: ReturnType<typeof begin>
let endpoint: string
beforeAll(async () => {
  vi.stubEnv('XDG_RUNTIME_DIR', folder)
  mkdirSync(app)
  writeFileSync(join(app, 'manifest.json'), JSON.stringify({
    artifacts: { Cold: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Cold.json' } } },
  }))
  writeFileSync(join(app, 'Cold.json'), JSON.stringify(template))
  await writeSample(copy)
  cloud = begin('run', app, '--json')
  const told = JSON.parse(await cloud.said)
  endpoint = told.endpoint
  const s3 = new S3Client({ ...told, forcePathStyle: true })
  for (const name of readdirSync(copy, { recursive: true, encoding: 'utf8' })) {
    const file = join(copy, name)
    if (statSync(file).isFile()) await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: name, Body: readFileSync(file) }))
  }
  s3.destroy()
}, 60_000)
afterAll(async () => {
  await cloud.end()
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

const DAYS = ['--from', '2026-11-20', '--to', '2026-11-21']
const query = (...line: string[]) => runVerb('query', ...line)
const places = { 'Athena, found by its outputs': () => [], 'DuckDB': () => ['--from-dir', copy] }

describe.each(Object.entries(places))('%s', (_, place) => {
  it.each(Object.keys(questions))('answers %s', async (name) => {
    const { code, out, err } = await query(name, ...DAYS, '--json', ...place())
    expect({ code, err, rows: out.split('\n').map((line) => JSON.parse(line)) }).toEqual({ code: 0, err: '', rows: sampleAnswers[name] })
  })
})

it('answers what is asked in SQL, a table by default', async () => {
  const sql = 'SELECT kegid, count(DISTINCT pourid) AS pours, max(volumeml) AS volumeml FROM pours GROUP BY kegid ORDER BY kegid'
  const told = ['kegid  pours  volumeml', 'k-1        3       500', 'k-2        1       400'].join('\n')
  const flags = ['--endpoint', endpoint, '--database', 'keg_sample', '--work-group', 'keg-sample']
  for (const place of [...Object.values(places).map((each) => each()), flags])
    expect(await query('--sql', sql, ...place)).toEqual({ code: 0, out: told, err: '' })
})

it('plots a bar for each row', async () => {
  const { out } = await query('litres', ...DAYS, '--plot', '--from-dir', copy)
  expect(out.split('\n').map((line) => line.replace(/[▏▎▍▌▋▊▉█]+$/, (bar) => `(${Math.round(bar.length / 5)})`))).toEqual([
    'berlin 2026-11-20   0.3  (6)', 'berlin 2026-11-21  0.55  (11)', 'munich 2026-11-20   0.4  (8)',
  ])
})

it.each<[string, unknown[][], string[]]>([
  ['nothing where all is none', [['a', 0], ['b', null]], ['a  0', 'b']],
  ['no bar below none', [['a', -2], ['b', 4]], ['a  -2', 'b   4  ████████']],
  ['eighths of a block', [['a', 1], ['b', 16]], ['a   1  ▌', 'b  16  ████████']],
  ['what moves the cursor as text', [['a\u001b[2J', 1]], ['a\\u001b[2J  1  ████████']],
])('plots %s', (_, rows, lines) => {
  const answer = {
    columns: [{ name: 'name', type: 'text' as const }, { name: 'size', type: 'number' as const }], rows: rows as (string | number)[][],
  }
  const shown = shownOf(answer)
  expect(shown && plotOf(answer, shown, 10)).toEqual(lines)
})

it('prints SQL without asking it, and what questions there are', async () => {
  expect((await query('empties', ...DAYS, '--capacity-l', '20.5', '--print-sql')).out)
    .toMatch(/20500 - max\(totaliserml\) % 20500[^]*day BETWEEN|day BETWEEN '2026-11-20' AND '2026-11-21'/)
  expect((await query('--list')).out.split('\n').map((line) => line.split(' ')[0])).toEqual(Object.keys(questions))
  expect(JSON.parse((await query('--list', '--json')).out.split('\n')[0] ?? '')).toMatchObject({ name: 'litres', days: 30 })
})

it('looks back as many days as the question does', async () => {
  expect((await query('warm', '--to', '2026-11-30', '--print-sql')).out).toContain("day BETWEEN '2026-11-24' AND '2026-11-30'")
})

it('gives rules the messages that the rows were, for a backtest', async () => {
  const backtest = async (sql: string) => JSON.parse((await runVerb('sql', 'backtest', '--sql', sql, '--from-dir', copy, '--json')).out)
  expect(await backtest("SELECT *, topic(2) AS site, timestamp() AS at FROM 'keg/+/+/pours' WHERE volumeMl > 450")).toMatchObject({
    messages: 12, matched: 1, notMatched: 11, failed: 0,
    matches: [{
      place: 'data/pours/day=2026-11-21/part-1:2', topic: 'keg/berlin/k-1/pours',
      result: JSON.stringify({
        v: 1, bootId: 'b-1', seq: 2, takenAtMs: 1_795_262_400_000, pourId: '2', volumeMl: 500, totaliserMl: 29_500, site: 'berlin',
        at: 1_795_262_400_100,
      }),
    }],
  })
  expect(await backtest("SELECT celsius FROM 'keg/+/+/telemetry' WHERE pouring AND celsius < 8"))
    .toMatchObject({ messages: 12, matched: 4 })
})

it('says that there are no rows, and when there may be', async () => {
  const days = ['--from', '2025-01-01', '--to', '2025-01-02']
  expect(await query('litres', ...days, '--from-dir', copy)).toEqual({ code: 0, out: '', err: 'No rows.' })
  expect(await query('litres', ...days)).toEqual({
    code: 0, out: '', err: 'No rows. What comes is delivered to the cold store every five minutes.',
  })
})

it.each<[string, string[], number, RegExp]>([
  [
    'a question that there is not', ['thirst'], 2,
    /^There is no question "thirst": there are litres, warm, slow, waste, empties, and --sql/,
  ],
  ['no question', [], 2, /^What is asked: one of litres/],
  ['a question and SQL', ['litres', '--sql', 'SELECT 1'], 2, /^What is asked/],
  ['empty SQL', ['--sql', ' '], 2, /^--sql is empty/],
  ['days for SQL', ['--sql', 'SELECT 1', '--from', '2026-11-01'], 2, /^--from is for the questions that are ready/],
  ['a day that is none', ['litres', '--to', '2026-02-30'], 2, /^--to takes a day, as 2026-11-01, not "2026-02-30"/],
  ['days in the wrong order', ['litres', '--from', '2026-11-02', '--to', '2026-11-01'], 2, /^--from 2026-11-02 is after --to 2026-11-01/],
  ['a capacity of nothing', ['empties', '--capacity-l', '0'], 2, /^--capacity-l takes litres above 0/],
  ['a limit that is no number', ['warm', '--warm-c', 'hot'], 2, /^--warm-c takes a number, not "hot"/],
  ['two kinds of output', ['litres', '--json', '--plot'], 2, /one or the other/],
  ['two places', ['litres', '--from-dir', 'a', '--aws'], 2, /^--from-dir .* without --aws/],
  ['an account without a place in it', ['litres', '--aws'], 2, /^In AWS, --database and --work-group say where/],
  ['a profile for this machine', ['litres', '--profile', 'a'], 2, /^--profile is for --aws/],
  ['where no cloud answers', ['litres', '--endpoint', 'http://127.0.0.1:1'], 2, /^No cloud answers/],
  ['a folder that is not there', ['litres', '--from-dir', 'no-such'], 2, /^--from-dir: ENOENT/],
  ['a folder without rows', ['litres', '--from-dir', app], 1, /^There is nothing of the cold store in /],
  ['a work group that is not there', ['litres', '--work-group', 'nobody'], 1, /WorkGroup nobody is not found/],
  ['SQL that is none, for Athena', ['--sql', 'SELECT FROM'], 1, /SYNTAX_ERROR|syntax error/],
  ['SQL that is none, for DuckDB', ['--sql', 'SELEC 1', '--from-dir', copy], 1, /syntax error/],
  ['a plot without numbers', ['--sql', "SELECT 'a' AS a", '--plot', '--from-dir', copy], 2, /^--plot needs a column of numbers/],
])('says what is wrong with %s', async (_, line, code, message) => {
  expect(await query(...line)).toMatchObject({ code, out: '', err: expect.stringMatching(message) })
})
