import { gzippedBytes } from '../bundle-size.ts'
import { row, type Row } from '../row.ts'

const sizeOf = (names: string) => gzippedBytes('@keg/rule-dsl', names)

/** What of the language a browser has to load. */
export async function sizeRows(): Promise<readonly Row[]> {
  return [
    row('rule-dsl/size-of-parse-and-print', 'bytes', await sizeOf('parseRule, printRule'), 20_000, '<= 1'),
    row('rule-dsl/size-of-parse-check-print', 'bytes', await sizeOf('parseRule, checkRule, printRule'), 20_000, '<= 1'),
    row('rule-dsl/size-of-all', 'bytes', await sizeOf('parseRule, checkRule, printRule, compileRule, explainRule, from'), 60_000, '<= 1'),
  ]
}
