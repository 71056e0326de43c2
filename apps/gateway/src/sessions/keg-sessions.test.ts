import { createBroker, type Broker, type Message } from '@keg/mqtt-broker'
import { connectClient, ManualClock } from '@keg/mqtt-broker/testing'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseError } from '../database/database-place.ts'
import { openSessions } from './adapters/sqlite-sessions.ts'
import { openKegSessions, type KegSessions } from './keg-sessions.ts'
import type { Entry } from './sessions-database.ts'

let folder: string
let file: string
let clock: ManualClock
const open: KegSessions[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keg-sessions-'))
  file = join(folder, 'sessions.db')
  clock = new ManualClock()
})
afterEach(() => {
  for (const sessions of open.splice(0)) sessions.close()
  rmSync(folder, { recursive: true })
})

function sessionsIn(path = file): KegSessions {
  const sessions = openSessions({ file: path, clock })
  open.push(sessions)
  return sessions
}

/** The files as a process that is killed now leaves them. */
function afterKill(): string {
  const there = join(folder, `killed-${readdirSync(folder).length}.db`)
  for (const end of ['', '-wal']) if (existsSync(file + end)) copyFileSync(file + end, there + end)
  return there
}

const brokerOver = ({ store }: KegSessions): Broker => createBroker({ clock, store })
const command = (name: string, more: Partial<Message> = {}): Message => ({
  topic: `commands/${name}`, payload: Buffer.from(name), qos: 1, retain: false, ...more,
})
const comeBack = (broker: Broker) =>
  connectClient(broker, { clientId: 'keg-01', version: 5, clean: false, properties: { sessionExpiryInterval: 3_600 } })

/** A keg that has subscribed and gone. */
async function awayKeg(broker: Broker): Promise<void> {
  const { client } = await comeBack(broker)
  await client.subscribe('commands/+')
  client.send({ cmd: 'disconnect' })
  await client.closed
}

/** What the keg finds when it is back: each message once. */
async function found(broker: Broker): Promise<{ present: boolean; topics: string[] }> {
  const { client, connack } = await comeBack(broker)
  const packets = await client.settled()
  return { present: connack.sessionPresent, topics: packets.flatMap((packet) => (packet.cmd === 'publish' ? [packet.topic] : [])) }
}

describe('over a kill', () => {
  it('a keg that is away finds what came for it, once and in order', async () => {
    const sessions = sessionsIn()
    const broker = brokerOver(sessions)
    await awayKeg(broker)
    for (const name of ['c-1', 'c-2', 'c-3']) broker.publish(command(name, name === 'c-2' ? { payload: Buffer.alloc(2_000) } : {}))
    await sessions.kept()
    const later = sessionsIn(afterKill())
    expect(await found(brokerOver(later))).toEqual({ present: true, topics: ['commands/c-1', 'commands/c-2', 'commands/c-3'] })
  })

  it('a message that has expired meanwhile is not delivered, and one that has not is', async () => {
    const sessions = sessionsIn()
    const broker = brokerOver(sessions)
    await awayKeg(broker)
    broker.publish(command('short', { expiresAtMs: clock.nowMs() + 1_000 }))
    broker.publish(command('long', { expiresAtMs: clock.nowMs() + 60_000 }))
    await sessions.kept()
    clock.advance(2_000)
    expect((await found(brokerOver(sessionsIn(afterKill())))).topics).toEqual(['commands/long'])
  })

  it('a session that has expired meanwhile is gone', async () => {
    const sessions = sessionsIn()
    await awayKeg(brokerOver(sessions))
    await sessions.kept()
    clock.advance(3_601_000)
    const later = brokerOver(sessionsIn(afterKill()))
    clock.advance(1)
    expect(await found(later)).toEqual({ present: false, topics: [] })
  })

  it('what a keg has acknowledged does not come again', async () => {
    const sessions = sessionsIn()
    const broker = brokerOver(sessions)
    await awayKeg(broker)
    broker.publish(command('c-1'))
    await sessions.kept()
    const { client } = await comeBack(broker)
    const { messageId = 0 } = await client.next('publish')
    client.send({ cmd: 'puback', messageId })
    await client.settled()
    client.send({ cmd: 'disconnect' })
    await client.closed
    await sessions.kept()
    expect(await found(brokerOver(sessionsIn(afterKill())))).toEqual({ present: true, topics: [] })
  })
})

describe('a database file', () => {
  it('is readable by its owner alone', async () => {
    const sessions = sessionsIn()
    await awayKeg(brokerOver(sessions))
    await sessions.kept()
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('of a newer schema is refused by name and left as it is', () => {
    sessionsIn().close()
    const database = new DatabaseSync(file)
    database.exec('PRAGMA user_version = 2')
    database.close()
    const before = readFileSync(file)
    expect(() => sessionsIn())
      .toThrow(expect.objectContaining({ fault: 'NEWER', message: expect.stringMatching(/sessions\.db has schema 2/) }))
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder)).toEqual(['sessions.db'])
  })

  it('that schema 1 was written to opens, with all that was in it', async () => {
    copyFileSync(fileURLToPath(new URL('../../test/fixtures/sessions-v1.db', import.meta.url)), file)
    expect(await found(brokerOver(sessionsIn()))).toEqual({ present: true, topics: ['commands/c-1', 'commands/c-2'] })
  })

  it.each<[string, Uint8Array]>([
    ['no database', Buffer.from('no database at all, but some text that is long enough to be one'.repeat(20))],
    ['that of something else', otherDatabase()],
  ])('that is %s is set aside and said, and kegs are served', async (_, bytes) => {
    writeFileSync(file, bytes)
    const sessions = sessionsIn()
    expect(sessions.status().setAside).toMatchObject({ file: expect.stringMatching(/sessions\.db\.corrupt-\d+$/) })
    expect(readFileSync(sessions.status().setAside?.file ?? '').equals(bytes)).toBe(true)
    await awayKeg(brokerOver(sessions))
    await sessions.kept()
    expect(await found(brokerOver(sessionsIn(afterKill())))).toMatchObject({ present: true })
  })
})

function otherDatabase(): Uint8Array {
  const there = join(mkdtempSync(join(tmpdir(), 'keg-sessions-')), 'other.db')
  const database = new DatabaseSync(there)
  database.exec('CREATE TABLE others (a)')
  database.close()
  const bytes = readFileSync(there)
  rmSync(join(there, '..'), { recursive: true })
  return bytes
}

describe('a disk that fails', () => {
  const turns: (() => void)[] = []
  let written: (readonly Entry[])[]
  let fault: DatabaseError['fault'] | undefined
  let aside: number
  /** Sessions over a database that does what the test says; `turn` ends a turn of the event loop. */
  const sessionsOnBadDisk = (): KegSessions => {
    written = []
    fault = undefined
    aside = 0
    const database = {
      read: () => [],
      write: (changes: readonly Entry[]) => {
        if (fault !== undefined) throw new DatabaseError(fault, 'sessions.db: disk I/O error')
        written.push(changes)
      },
      close: () => undefined,
    }
    const setAside = () => {
      aside += 1
      fault = undefined
      return 'sessions.db.corrupt-1'
    }
    return openKegSessions({ place: { open: () => database, setAside }, clock, soon: (run) => turns.push(run) })
  }
  const turn = () => {
    for (const run of turns.splice(0)) run()
  }
  const session = (clientId: string) => ({ clientId, protocolVersion: 5 as const, expirySec: 60, subscriptions: [] })

  it('keeps those waiting who ask whether all is kept, says why, and goes on when it works', async () => {
    const sessions = sessionsOnBadDisk()
    fault = 'DISK'
    let kept = false
    sessions.store.sessions.set('keg-01', session('keg-01'))
    const asked = sessions.kept().then(() => (kept = true))
    turn()
    await Promise.resolve()
    expect([kept, sessions.status().problem]).toEqual([false, 'sessions.db: disk I/O error'])
    fault = undefined
    clock.advance(1_000)
    await asked
    expect([sessions.status().problem, written.flat().map(({ key }) => key)]).toEqual([undefined, ['keg-01']])
  })

  it('writes all that there is into a new file where the old one went bad', async () => {
    const sessions = sessionsOnBadDisk()
    sessions.store.sessions.set('keg-01', session('keg-01'))
    turn()
    fault = 'CORRUPT'
    sessions.store.sessions.set('keg-02', session('keg-02'))
    turn()
    await sessions.kept()
    expect([aside, written.at(-1)?.map(({ key }) => key), sessions.status().setAside?.file]).toEqual([
      1, ['keg-01', 'keg-02'], 'sessions.db.corrupt-1',
    ])
  })

  it('is not troubled by a message that is acknowledged before its commit', async () => {
    const sessions = sessionsOnBadDisk()
    const waiting = sessions.store.waiting?.open('keg-01')
    waiting?.set('1', { message: command('c-1'), retain: false, shared: undefined })
    waiting?.delete('1')
    clock.advance(1_000)
    await sessions.kept()
    expect(written).toEqual([])
  })

  it('puts many kegs that come in one turn into one transaction', () => {
    const sessions = sessionsOnBadDisk()
    for (let number = 0; number < 1_000; number++) sessions.store.sessions.set(`keg-${number}`, session(`keg-${number}`))
    turn()
    expect(written.map((changes) => changes.length)).toEqual([1_000])
  })
})
