import { parseArgs } from 'node:util'
import type { Benchmark, Row } from './row.ts'
import { api } from './api/api.ts'
import { broker } from './broker/broker.ts'
import { constructs } from './constructs/constructs.ts'
import { dashboard } from './dashboard/dashboard.ts'
import { economics } from './economics/economics.ts'
import { fleet } from './fleet/fleet.ts'
import { edge } from './edge/edge.ts'
import { ingest } from './ingest/ingest.ts'
import { kegRun } from './keg-run/keg-run.ts'
import { rules } from './rules/rules.ts'
import { shadows } from './shadows/shadows.ts'
import { stack } from './stack/stack.ts'

const benchmarks: readonly Benchmark[] = [rules, shadows, broker, edge, fleet, economics, ingest, stack, api, dashboard, constructs, kegRun]

const { values, positionals } = parseArgs({ options: { json: { type: 'boolean' } }, allowPositionals: true })
const [name] = positionals
const chosen = benchmarks.filter((benchmark) => name === undefined || benchmark.name === name)

if (chosen.length === 0) {
  process.stderr.write(`There is no benchmark ${name ?? ''}; there are: ${benchmarks.map((benchmark) => benchmark.name).join(', ')}.\n`)
  process.exitCode = 2
} else {
  const rows: Row[] = []
  for (const benchmark of chosen) {
    for (const row of await benchmark.run()) {
      rows.push(row)
      if (values.json !== true) process.stdout.write(`${told(row)}\n`)
    }
  }
  // Scripts read the last line.
  if (values.json === true) process.stdout.write(`${JSON.stringify(rows)}\n`)
}

function told({ name: title, value, unit, reference, ratio, goal, met }: Row): string {
  return `${met ? 'ok  ' : 'MISS'} ${title.padEnd(36)} ${String(value).padStart(9)} ${unit.padEnd(5)} against ${String(reference).padStart(9)}   ratio ${String(ratio).padStart(7)}  goal ${goal}`
}
