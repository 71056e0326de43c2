import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { apiReports } from './api-reports.ts'
import { publishedEntries } from './entries.ts'

// `pnpm api`: writes the report of each published entry, and removes those of entries that are gone.

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))
const reports = apiReports(workspace, publishedEntries(workspace))
const before = new Map(
  globSync('packages/*/api/*.api.md', { cwd: workspace }).map((file) => [file, readFileSync(join(workspace, file), 'utf8')]),
)

for (const file of before.keys()) {
  if (reports.has(file)) continue
  rmSync(join(workspace, file))
  console.log(`removed ${file}`)
}
for (const [file, { text }] of reports) {
  if (before.get(file) === text) continue
  mkdirSync(dirname(join(workspace, file)), { recursive: true })
  writeFileSync(join(workspace, file), text)
  console.log(`wrote ${file}`)
}
console.log(`${reports.size} reports are what the sources say`)
