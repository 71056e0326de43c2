import { expect, it } from 'vitest'
import * as z from 'zod'
import { kegMessages } from './keg/index.ts'
import { hasResidents, partResidents, stays } from './index.ts'

const card = stays(z.string())

it.each<[string, z.ZodType, unknown, unknown, readonly string[]]>([
  ['a field', z.object({ a: z.int(), card }), { a: 1, card: 'c-1' }, { a: 1 }, ['c-1']],
  ['a field of another type than it has', z.object({ card }), { card: { id: 7 } }, {}, ['id', '7']],
  [
    'a field in an object', z.object({ by: z.object({ card, role: z.string() }) }), { by: { card: 'c-1', role: 'bar' } },
    { by: { role: 'bar' } }, ['c-1'],
  ],
  [
    'a field of each of a list', z.object({ all: z.array(z.object({ card })) }), { all: [{ card: 'c-1' }, { card: 'c-2' }] },
    { all: [{}, {}] }, ['c-1', 'c-2'],
  ],
  [
    'a field of each of a record', z.object({ by: z.record(z.string(), z.object({ card })) }), { by: { x: { card: 'c-1' } } },
    { by: { x: {} } }, ['c-1'],
  ],
  ['a whole object', z.object({ who: stays(z.object({ name: z.string() })) }), { who: { name: 'Ada' } }, {}, ['name', 'Ada']],
  [
    'a field under optional, nullable and default', z.object({ by: z.object({ card }).nullable().optional() }), { by: { card: 'c-1' } },
    { by: {} }, ['c-1'],
  ],
  [
    'a field of one of several shapes', z.union([z.object({ card }), z.object({ other: card })]), { card: 'c-1', other: 'c-2' }, {},
    ['c-1', 'c-2'],
  ],
  ['a field of a part of two', z.intersection(z.object({ card }), z.object({ a: z.int() })), { card: 'c-1', a: 1 }, { a: 1 }, ['c-1']],
  ['nothing of what the schema does not name', z.object({ card }), { other: 'c-1' }, { other: 'c-1' }, []],
  ['nothing of what is no object', z.object({ card }), 'c-1', 'c-1', []],
])('takes out %s', (_, schema, value, leaves, stayed) => {
  expect(partResidents(schema, value)).toEqual({ leaves, stayed })
})

it('needs no marked field for a message to be whole', () => {
  const schema = z.object({ card })
  expect(schema.safeParse({}).success).toBe(true)
  expect(z.toJSONSchema(schema)).toMatchObject({ properties: { card: { type: 'string', residency: 'site' } } })
})

it('finds which of this brewery\'s messages have one', () => {
  expect(kegMessages.messages.filter(({ schema }) => hasResidents(schema)).map(({ name }) => name)).toEqual(['pour'])
})
