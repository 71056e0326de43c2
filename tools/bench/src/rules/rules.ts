import type { Benchmark } from '../row.ts'
import { compileRow, evaluateRow, exactRow, jsonataRow, manyRulesRow, notMatchingRow, oneParseRow } from './evaluate.ts'
import { sizeRows } from './size-rows.ts'
import { throughCoreRow } from './through-core.ts'

export const rules: Benchmark = {
  name: 'rules',
  run: async () => [
    evaluateRow(), notMatchingRow(), manyRulesRow(), oneParseRow(), exactRow(), compileRow(), await jsonataRow(), await throughCoreRow(),
    ...(await sizeRows()),
  ],
}
