import { expect, it } from 'vitest'
import { plotOf, shownOf } from './plot.ts'
import { tableOf } from './table.ts'

// A day of a bar's telemetry.
const many = {
  columns: [{ name: 'kegid', type: 'text' as const }, { name: 'size', type: 'number' as const }],
  rows: Array.from({ length: 200_000 }, (_, index) => ['k', index]),
}

it('shows 200,000 rows as a table', () => {
  const lines = tableOf(many)
  expect([lines.length, lines[1], lines.at(-1)]).toEqual([200_001, 'k           0', 'k      199999'])
})

it('plots 200,000 rows', () => {
  const shown = shownOf(many)
  if (shown === undefined) expect.fail('There are numbers.')
  const lines = plotOf(many, shown, 20)
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([200_000, 'k       0', 'k  199999  █████████'])
})
