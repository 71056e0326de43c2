import { runningCores } from '@keg/local-iot/running'
import { endpointOf } from '../core/choose-core.ts'
import type { Verb } from '../verb.ts'

/** `keg ps`: the cores and clouds of this machine's user. */
export const ps: Verb = {
  usage: 'keg ps [--json]',
  help:
    `Lists what runs on this machine: what keg local (core), keg run (cloud) and pnpm start (system) have started. Other commands take its name by --core.

  --json  one line of JSON: [{"name","kind","pid","endpoint","since"}]`,
  flags: { json: { type: 'boolean' } },
  arguments: [],
  async run(flags, _, terminal) {
    const rows = (await runningCores()).map((core) => ({
      name: core.name, kind: core.kind, pid: core.pid, endpoint: endpointOf(core), since: new Date(core.startedAtMs).toISOString(),
    }))
    if (flags['json'] === true) terminal.out(JSON.stringify(rows))
    else if (rows.length === 0) terminal.err('Nothing runs: start something with keg local or keg run.')
    else terminal.out(table([['NAME', 'KIND', 'PID', 'ENDPOINT', 'SINCE'], ...rows.map((row) => Object.values(row).map(String))]))
    return 0
  },
}

function table(rows: readonly (readonly string[])[]): string {
  const widthOf = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widthOf(column))).join('  ').trimEnd()).join('\n')
}
