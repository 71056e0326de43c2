import type { ColdRows, ColdValue } from '@keg/cold-store'
import { oneLine } from '../../printable.ts'

/** A value as a line has it: what is not there is empty. */
export const cellOf = (value: ColdValue | undefined): string => (value === null || value === undefined ? '' : oneLine(String(value)))

/** How long the longest of the texts is, however many there are: as arguments of one call, more than about 100,000 overflow the stack. */
export const longest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0)

/** Columns side by side, numbers to the right. */
export function tableOf({ columns, rows }: ColdRows): readonly string[] {
  const cells = [columns.map(({ name }) => oneLine(name)), ...rows.map((row) => columns.map((_, index) => cellOf(row[index])))]
  const widths = columns.map((_, index) => longest(cells.map((row) => row[index] ?? '')))
  return cells.map((row) => row.map((cell, index) =>
    (columns[index]?.type === 'number' ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)))
    .join('  ')
    .trimEnd())
}

/** A row as an object; of columns that share a name, the last. */
export const objectOf = ({ columns }: ColdRows, row: readonly ColdValue[]): Readonly<Record<string, ColdValue>> =>
  Object.fromEntries(columns.map(({ name }, index) => [name, row[index] ?? null]))
