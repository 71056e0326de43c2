import type { ColdRows } from '@keg/cold-store'
import { cellOf, longest } from './table.ts'

/** What a plot shows: the value of each row, and the columns that name it. */
export interface Shown {
  readonly labels: readonly string[]
  readonly value: string
}

const FULL = '█'
/** Eighths of a block, from none. */
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉']

/** What a plot of any query shows: its last column of numbers, by its columns of text. `undefined` where it has no numbers. */
export function shownOf({ columns }: ColdRows): Shown | undefined {
  const value = columns.findLast(({ type }) => type === 'number')?.name
  return value === undefined ? undefined : { labels: columns.filter(({ type }) => type === 'text').map(({ name }) => name), value }
}

/** A bar for each row, from 0 to the largest: `width` characters for all. What is below 0, or no number, has none. */
export function plotOf({ columns, rows }: ColdRows, { labels, value }: Shown, width: number): readonly string[] {
  const at = (name: string): number => columns.findIndex((column) => column.name === name)
  const named = rows.map((row) => ({
    label: labels.map((name) => cellOf(row[at(name)])).join(' '), told: cellOf(row[at(value)]), size: Number(row[at(value)]),
  }))
  const [labelWidth, toldWidth] = [longest(named.map(({ label }) => label)), longest(named.map(({ told }) => told))]
  const room = Math.max(8, width - labelWidth - toldWidth - 4)
  const most = named.reduce((sofar, { size }) => (Number.isFinite(size) ? Math.max(sofar, size) : sofar), 0)
  return named.map(({ label, told, size }) =>
    `${label.padEnd(labelWidth)}  ${told.padStart(toldWidth)}  ${barOf(most > 0 && size > 0 ? (size / most) * room : 0)}`.trimEnd())
}

function barOf(length: number): string {
  const eighths = Math.round(length * PARTS.length)
  return FULL.repeat(Math.floor(eighths / PARTS.length)) + (PARTS[eighths % PARTS.length] ?? '')
}
