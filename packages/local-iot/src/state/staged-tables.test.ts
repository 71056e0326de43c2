import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { remembered, StagedTables } from './staged-tables.ts'
import { memoryTables } from './table.ts'

const key = fc.constantFrom('a', 'b', 'c')
const change = fc.oneof(fc.record({ set: key, to: fc.nat() }), fc.record({ delete: key }))
type Change = { readonly set: string; readonly to: number } | { readonly delete: string }
type Changeable = Pick<Map<string, number>, 'set' | 'delete'>
const apply = (table: Changeable, changes: readonly Change[]) =>
  changes.map((one) => ('set' in one ? table.set(one.set, one.to) && true : table.delete(one.delete)))

describe('staged tables', () => {
  it('are those beneath with the changes, and change nothing before they commit', () => {
    fc.assert(fc.property(fc.array(change), fc.array(change), (before, changes) => {
      const base = remembered(memoryTables())
      const [beneath, model] = [base.table<number>('t'), new Map<string, number>()]
      apply(beneath, before)
      apply(model, before)
      const staged = new StagedTables(base)
      const table = staged.table<number>('t')
      expect(apply(table, changes)).toEqual(apply(model, changes))
      expect([...table.entries()]).toEqual([...model])
      expect([...table.keys()].map((name) => [table.has(name), table.get(name)])).toEqual([...model.values()].map((value) => [true, value]))
      expect([table.size, table.has('none'), table.get('none')]).toEqual([model.size, false, undefined])
      const untouched = new Map<string, number>()
      apply(untouched, before)
      expect([...beneath.entries()]).toEqual([...untouched])
      staged.commit()
      expect([...beneath.entries()]).toEqual([...model])
    }))
  })
})
