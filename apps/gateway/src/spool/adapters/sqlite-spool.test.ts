import { ManualClock } from '@keg/mqtt-broker/testing'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  closeSync, copyFileSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync, writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DiskSpool } from '../disk-spool.ts'
import type { Kind } from '../spool.ts'
import { numbered, numberOf } from '../testing/messages.ts'
import { STATEMENTS } from './sqlite-schema.ts'
import { openSpool } from './sqlite-spool.ts'

let folder: string
let file: string
let clock: ManualClock
const spools: DiskSpool[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-spool-'))
  file = join(folder, 'spool.db')
  clock = new ManualClock()
})
afterEach(async () => {
  for (const spool of spools.splice(0)) await spool.close()
  rmSync(folder, { recursive: true })
})

function open(): DiskSpool {
  const spool = openSpool({ file, clock, maxBytes: 100_000_000 })
  spools.push(spool)
  return spool
}

async function keep(spool: DiskSpool, from: number, to: number, kind: Kind = 'pour'): Promise<void> {
  const kept = Promise.all(
    Array.from({ length: to - from + 1 }, (_, index) => spool.keep(numbered(from + index, { kind, payloadBytes: 400 }))),
  )
  clock.advance(10)
  await kept
}

const pours = (spool: DiskSpool, kegId = 'keg-01') => spool.after('batch', kegId, 0, 100_000).map(numberOf)
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('a database file', () => {
  it('is readable by its owner alone, and by one process at a time', async () => {
    await keep(open(), 1, 1)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(() => openSpool({ file, clock, maxBytes: 1 }))
      .toThrow(expect.objectContaining({ code: 'DISK', message: expect.stringContaining('locked') }))
    expect(readdirSync(folder).filter((name) => name.includes('corrupt'))).toEqual([])
  })

  it('of a newer schema is refused by name and left as it is', async () => {
    const spool = open()
    await keep(spool, 1, 3)
    await spool.close()
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 2')
    database.close()
    const before = readFileSync(file)
    expect(open).toThrow(expect.objectContaining({ code: 'NEWER', message: expect.stringContaining('schema 2') }))
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['spool.db'])
  })

  it('that schema 1 was written to opens, with all that was in it', () => {
    copyFileSync(fileURLToPath(new URL('../../../test/fixtures/spool-v1.db', import.meta.url)), file)
    const spool = open()
    expect(spool.status()).toMatchObject({
      rows: { pour: 4, alert: 1, reply: 0, reported: 0, summary: 1, telemetry: 1 }, unsendable: { rows: 1 },
      oldestTakenAtMs: 1_700_000_000_001,
    })
    expect([pours(spool), pours(spool, 'keg-02')]).toEqual([[1, 2, 6, 9], [3]])
    expect(spool.after('direct', 'keg-01', 0, 10).map((message) => [message.kind, numberOf(message)]))
      .toEqual([['alert', 4], ['telemetry', 5]])
    expect(spool.batches().map(({ batchId, messages }) => [batchId, messages.map(numberOf)])).toEqual([['batch-1', [1, 3]]])
    expect(spool.after('batch', 'keg-02', 0, 1)).toEqual([{ ...numbered(3, { kegId: 'keg-02' }), id: 3 }])
  })

  it('that can not be made is an error at opening', () => {
    expect(() => openSpool({ file: join(folder, 'no', 'spool.db'), clock, maxBytes: 1 })).toThrow(expect.objectContaining({ code: 'DISK' }))
  })

  it('gets smaller when messages are deleted', async () => {
    const spool = open()
    await keep(spool, 1, 10_000)
    const full = spool.status().bytes
    await keep(spool, 10_001, 10_001)
    spool.forget(range(1, 10_000))
    // Space is given back with each deletion, a part at a time.
    for (const id of range(20_001, 20_010)) {
      spool.forget([id])
      clock.advance(10)
      await new Promise(setImmediate)
    }
    await spool.close()
    expect(statSync(file).size).toBeLessThan(full / 3)
    expect(readdirSync(folder)).toEqual(['spool.db'])
  })
})

it.each<[string, (number: number) => Kind]>([
  ['telemetry', () => 'telemetry'],
  ['telemetry, with pours among it that stay', (number) => (number % 20 === 0 ? 'pour' : 'telemetry')],
])('takes about what it may on the disk, however much comes: %s', async (_, kindOf) => {
  const maxBytes = 1_000_000
  const spool = openSpool({ file, clock, maxBytes })
  spools.push(spool)
  for (let from = 0; from < 10_000; from += 500) {
    const kept = Promise.all(
      range(from, from + 499).map((number) => spool.keep(numbered(number, { kind: kindOf(number), payloadBytes: 200 }))),
    )
    clock.advance(10)
    await kept
  }
  expect(spool.status().shed.telemetry).toBeGreaterThan(5_000)
  await spool.close()
  expect(statSync(file).size).toBeLessThan(1.5 * maxBytes)
})

describe('a corrupt database', () => {
  const aside = () => readdirSync(folder).filter((name) => /^spool\.db\.corrupt-\d+$/.test(name))
  const overwrite = (from: number, bytes: number) => {
    const descriptor = openSync(file, 'r+')
    writeSync(descriptor, Buffer.alloc(bytes, 0xa5), 0, bytes, from)
    closeSync(descriptor)
  }
  const made = async () => {
    const spool = open()
    await keep(spool, 1, 2_000)
    await spool.close()
  }

  it.each<[string, () => void]>([
    ['garbage', () => writeFileSync(file, Buffer.alloc(10_000, 0xa5))],
    ['text', () => writeFileSync(file, 'this is no database, and it is long enough to be read as a header of one, is it not? '.repeat(10))],
    ['a header that was overwritten', () => overwrite(0, 100)],
    ['a schema that was overwritten', () => overwrite(100, 3_900)],
    ['the database of something else', () => {
      rmSync(file)
      const database = new DatabaseSync(file)
      database.exec('CREATE TABLE other (id)')
      database.close()
    }],
  ])('is set aside at opening: %s', async (_, damage) => {
    await made()
    damage()
    const damaged = readFileSync(file)
    const spool = open()
    expect(spool.status()).toMatchObject({ setAside: { file: join(folder, aside()[0]!), reason: expect.stringContaining(file) }, bytes: 0 })
    await keep(spool, 1, 1)
    expect(pours(spool)).toEqual([1])
    expect(readFileSync(join(folder, aside()[0]!)).equals(damaged)).toBe(true)
  })

  it.each<[string, string]>([
    ['ids that are no JSON', `UPDATE batches SET ids = '[1,'`],
    ['ids that are no list', `UPDATE batches SET ids = '7'`],
    ['ids that are no numbers', `UPDATE batches SET ids = '["a"]'`],
    ['an id over 2^53', 'UPDATE messages SET id = 9223372036854775800 WHERE id = 3'],
    ['an id from which ids can not go on', 'UPDATE messages SET id = 9007199254740991 WHERE id = 3'],
    ['a time over 2^53', 'UPDATE messages SET taken_at_ms = 9223372036854775800'],
    ['a time that no date has', 'UPDATE messages SET taken_at_ms = 8640000000000001'],
    ['a counter over 2^53', 'UPDATE counters SET bytes = 9223372036854775800'],
    ['a kind that is none', `UPDATE messages SET kind = 'pous'`],
  ])('is set aside when a field can not be what was written: %s', async (_, sql) => {
    const before = open()
    await keep(before, 1, 3)
    const assigned = before.assign('b-1', [1, 2])
    clock.advance(10)
    await assigned
    await before.close()
    const database = new DatabaseSync(file)
    database.exec(sql)
    database.close()
    const spool = open()
    const read = [spool.status().oldestTakenAtMs, pours(spool), spool.batches()]
    expect([read, aside().length, spool.status().setAside?.file]).toEqual([[undefined, [], []], 1, join(folder, aside()[0] ?? '')])
    await keep(spool, 4, 4)
    expect(pours(spool)).toEqual([4])
  })

  it('is set aside when that shows in a read, and ids go on rising', async () => {
    await made()
    const spool = open()
    overwrite(16_384, statSync(file).size - 16_384)
    const lastId = 2_000
    expect(pours(spool)).toEqual([])
    expect(spool.status()).toMatchObject({ setAside: { file: join(folder, aside()[0]!) } })
    await keep(spool, 1, 2)
    expect(pours(spool)).toEqual([1, 2])
    expect(spool.after('batch', 'keg-01', 0, 1)[0]!.id).toBeGreaterThan(lastId)
    expect(spool.status().problem).toBeUndefined()
  })

  it('is set aside when that shows in a commit, which takes its messages in all the same', async () => {
    await made()
    const spool = open()
    overwrite(16_384, statSync(file).size - 16_384)
    await keep(spool, 1, 2)
    expect([aside().length, pours(spool)]).toEqual([1, [1, 2]])
  })
})

describe('opening', () => {
  it('looks at no more rows when more are waiting, and so does all that follows', async () => {
    await keep(open(), 1, 1)
    await spools.pop()!.close()
    const database = new DatabaseSync(file)
    const planOf = (sql: string) => {
      const statement = database.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      return (sql.includes('$lane') ? statement.all({ $lane: 0 }) : statement.all()).map(({ detail }) => String(detail))
    }
    // One row is read off the end of the table.
    expect(planOf(STATEMENTS.lastId)).toEqual(['SEARCH messages'])
    expect([STATEMENTS.oldestTakenAtMs.endsWith('ORDER BY id LIMIT 1'), planOf(STATEMENTS.oldestTakenAtMs)])
      .toEqual([true, ['SCAN messages']])
    for (const [name, sql] of Object.entries(STATEMENTS)) {
      if (name === 'oldestTakenAtMs') continue
      expect([name, planOf(sql).filter((step) => /SCAN (messages|unsendable)|ORDER BY/.test(step))]).toEqual([name, []])
    }
    database.close()
  })
})

describe('a process that is killed', () => {
  const program = fileURLToPath(new URL('../testing/keep-forever.ts', import.meta.url))
  const args = ['--conditions=@keg/source', '--disable-warning=ExperimentalWarning', program]
  const kept = async (): Promise<number[]> => {
    const spool = open()
    const ids = spool.kegs('batch').flatMap((kegId) => spool.after('batch', kegId, 0, 100_000))
    const perKeg = spool.kegs('batch').map((kegId) => pours(spool, kegId))
    for (const numbers of perKeg) expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    await spools.pop()!.close()
    return ids.map(numberOf)
  }

  it('loses nothing that it said it had kept, wherever it is killed', async () => {
    const said: number[] = []
    for (const until of [1, 40, 300]) {
      const child = spawn(process.execPath, [...args, file, String(1_000 * until)], { stdio: ['ignore', 'pipe', 'inherit'] })
      let seen = 0
      const ended = once(child, 'exit')
      for await (const line of createInterface({ input: child.stdout })) {
        said.push(Number(line))
        seen += 1
        if (seen === until) child.kill('SIGKILL')
      }
      await ended
      expect(seen).toBeGreaterThanOrEqual(until)
      const there = await kept()
      expect(new Set(there).size).toBe(there.length)
      expect(said.filter((number) => !there.includes(number))).toEqual([])
    }
  }, 60_000)

  it.skipIf(process.platform === 'win32')('refuses what a full disk does not take, and has kept the rest', async () => {
    // Files of at most 1 MB (2,000 blocks), the write-ahead log among them.
    const command = `ulimit -f 2000; exec "$0" "$@"`
    const { stdout } = spawnSync('sh', ['-c', command, process.execPath, ...args, file, '1'], { encoding: 'utf8' })
    const said = stdout.trim().split('\n')
    expect(said.at(-1)).toBe('DISK')
    const there = await kept()
    expect(said.length).toBeGreaterThan(100)
    expect(said.slice(0, -1).map(Number).filter((number) => !there.includes(number))).toEqual([])
  }, 60_000)
})
