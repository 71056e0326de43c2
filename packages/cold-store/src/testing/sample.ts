import { DuckDBInstance } from '@duckdb/node-api'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { coldTables, columnsOf, type ColdTable } from '../tables.ts'
import type { ColdValue } from '../engine.ts'

const NOON_MS = Date.parse('2026-11-20T12:00:00Z')
const DAY_MS = 86_400_000

type Row = Readonly<Record<string, ColdValue>>
const origin = (siteId: string, kegId: string, seq: number, takenAtMs: number) => ({
  siteId, kegId, bootId: 'b-1', seq, takenAtMs, receivedAtMs: takenAtMs + 100,
})
const pour = (siteId: string, kegId: string, pourId: string, takenAtMs: number, volumeMl: number, totaliserMl: number): Row => ({
  ...origin(siteId, kegId, Number(pourId), takenAtMs), pourId, volumeMl, totaliserMl,
})
const reading = (siteId: string, kegId: string, seq: number, takenAtMs: number, celsius: number, pouring = false): Row => ({
  ...origin(siteId, kegId, seq, takenAtMs), celsius, kilopascal: 101.3, pouring, cooling: true,
})

const first = pour('berlin', 'k-1', '1', NOON_MS, 300, 29_000)
const warm = reading('berlin', 'k-1', 9, NOON_MS + 60_000, 9.5)

/** Two days of two bars, in which some rows came twice, one of them on the day after. */
export const sampleRows: Readonly<Record<ColdTable, Readonly<Record<string, readonly Row[]>>>> = {
  pours: {
    '2026-11-20': [first, pour('munich', 'k-2', '1', NOON_MS, 400, 400)],
    '2026-11-21': [
      first, pour('berlin', 'k-1', '2', NOON_MS + DAY_MS, 500, 29_500), pour('berlin', 'k-1', '3', NOON_MS + DAY_MS + 60_000, 50, 29_550),
    ],
  },
  telemetry: {
    // k-1 warms up; k-2 comes warm, and cools down.
    '2026-11-20': [
      reading('berlin', 'k-1', 8, NOON_MS, 4, true), warm, warm, reading('munich', 'k-2', 1, NOON_MS, 19),
      reading('munich', 'k-2', 2, NOON_MS + 60_000, 5),
    ],
    '2026-11-21': [8, 9, 10].map((second) => reading('berlin', 'k-1', 10 + second, NOON_MS + DAY_MS + (second - 10) * 1_000, 6, true)),
  },
}

/** What the ready questions answer of it, from 2026-11-20 to 2026-11-21. */
export const sampleAnswers: Readonly<Record<string, readonly Row[]>> = {
  litres: [
    { siteid: 'berlin', day: '2026-11-20', pours: 1, litres: 0.3 },
    { siteid: 'berlin', day: '2026-11-21', pours: 2, litres: 0.55 },
    { siteid: 'munich', day: '2026-11-20', pours: 1, litres: 0.4 },
  ],
  warm: [{ siteid: 'berlin', kegid: 'k-1', coldest: 4, warmest: 9.5, warmsincems: NOON_MS + 60_000, readings: 1 }],
  slow: [
    { siteid: 'berlin', kegid: 'k-1', pourid: '2', volumeml: 500, seconds: 3, mlpersecond: 166.7 },
    { siteid: 'berlin', kegid: 'k-1', pourid: '1', volumeml: 300, seconds: 1, mlpersecond: 300 },
  ],
  waste: [
    { siteid: 'berlin', pours: 3, smallpours: 1, litres: 0.85, wastedlitres: 0.05, wastedpercent: 5.9 },
    { siteid: 'munich', pours: 1, smallpours: 0, litres: 0.4, wastedlitres: 0, wastedpercent: 0 },
  ],
  empties: [
    { siteid: 'berlin', kegid: 'k-1', litresleft: 0.45, litresperday: 0.425, daysleft: 1.1 },
    { siteid: 'munich', kegid: 'k-2', litresleft: 29.6, litresperday: 0.2, daysleft: 148 },
  ],
}

/** Writes the sample as Parquet, laid out as the bucket: `{folder}/data/{table}/day={day}/`. */
export async function writeSample(folder: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  for (const [table, days] of Object.entries(sampleRows)) {
    // As the object above has them.
    const columns = columnsOf(table as ColdTable)
    const names = Object.keys(columns)
    const members = Object.keys(coldTables[table as ColdTable])
    for (const [day, rows] of Object.entries(days)) {
      const place = join(folder, 'data', table, `day=${day}`)
      await mkdir(place, { recursive: true })
      const values = rows.map((row) =>
        `(${members.map((member) => (typeof row[member] === 'string' ? `'${row[member]}'` : String(row[member]))).join(', ')})`)
      const typed = names.map((name) => `CAST(${name} AS ${columns[name] === 'string' ? 'VARCHAR' : columns[name]}) AS ${name}`)
      // Firehose gives files no ending.
      await connection.run(`COPY (SELECT ${typed.join(', ')} FROM (VALUES ${values.join(', ')}) AS t(${names.join(', ')})) TO '${join(place, 'part-1')}' (FORMAT parquet)`)
    }
  }
  connection.closeSync()
  instance.closeSync()
}
