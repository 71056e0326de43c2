import { expect, it } from 'vitest'
import { memoryShelves } from '../../ground/shelf.ts'
import { LogGroups } from './log-groups.ts'

const DAY_MS = 24 * 3_600_000
const START_MS = Date.parse('2026-11-27T12:00:00Z')

function groupsAt() {
  const shelves = memoryShelves()
  const clock = { nowMs: START_MS }
  const open = () => new LogGroups({ region: 'us-east-1', accountId: '123456789012', nowMs: () => clock.nowMs, shelves })
  return { open, clock, shelves, groups: open() }
}
const texts = (groups: LogGroups) => groups.events('bar').map(({ message }) => message)

it('keep lines when they are changed, and over a restart', () => {
  const { groups, open } = groupsAt()
  groups.put('bar', {})
  groups.createStream('bar', 's')
  groups.append('bar', 's', [{ timestamp: START_MS, message: 'one' }])
  groups.put('bar', { retentionDays: 1 })
  const again = open()
  expect([texts(groups), texts(again), again.group('bar').retentionDays]).toEqual([['one'], ['one'], 1])
  again.append('bar', 's', [{ timestamp: START_MS - 1, message: 'zero' }])
  // By time; ids grow all the same.
  expect(texts(again)).toEqual(['zero', 'one'])
  expect(new Set(again.events('bar').map(({ id }) => id)).size).toBe(2)
})

it('lose what has expired', () => {
  const { groups, clock } = groupsAt()
  groups.put('bar', { retentionDays: 1 })
  groups.createStream('bar', 's')
  groups.append('bar', 's', [{ timestamp: START_MS, message: 'one' }])
  clock.nowMs += DAY_MS + 1
  expect(texts(groups)).toEqual([])
})

it('keep 10,000 lines, and lose the oldest', () => {
  const { groups, shelves } = groupsAt()
  groups.put('bar', {})
  groups.createStream('bar', 's')
  for (let n = 0; n < 12; n += 1)
    groups.append('bar', 's', Array.from({ length: 1000 }, (_, index) => ({ timestamp: START_MS + n, message: String(n * 1000 + index) })))
  expect([texts(groups).length, texts(groups)[0], texts(groups).at(-1)]).toEqual([10_000, '2000', '11999'])
  expect(shelves.shelf('logs-events').size).toBe(10_000)
})

it('go with all that they hold', () => {
  const { groups, open, shelves } = groupsAt()
  groups.put('bar', {})
  groups.createStream('bar', 's')
  groups.append('bar', 's', [{ timestamp: START_MS, message: 'one' }])
  groups.delete('bar')
  expect([open().groups(), shelves.shelf('logs-events').size, shelves.shelf('logs-streams').size]).toEqual([[], 0, 0])
})
