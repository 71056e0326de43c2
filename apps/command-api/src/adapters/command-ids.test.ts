import { expect, it } from 'vitest'
import { newCommandId } from './command-ids.ts'

it('makes UUIDs of version 7, which sort by time', () => {
  const times = [0, 1, 0xffff, 0x10000, 1_790_000_000_000, 1_790_000_000_001, 0xffffffffffff]
  const ids = times.map(newCommandId)
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
  expect([...ids].sort()).toEqual(ids)
  expect(newCommandId(1)).not.toBe(newCommandId(1))
})
