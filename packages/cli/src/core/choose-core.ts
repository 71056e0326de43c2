import type { ParseArgsOptionsConfig } from 'node:util'
import { runningCores, type RunningCore } from '@keg/local-iot/running'
import { textFlag } from '../flags.ts'
import { UsageError, type Flags } from '../verb.ts'

/** The flag of a verb that is about a core of this machine. */
export const chooseFlags: ParseArgsOptionsConfig = { core: { type: 'string' } }

export const chooseHelp =
  '  --core NAME        one of those that run on this machine, by its name (keg ps) or an address of it; the only one by default'

/** Where a core or its cloud is asked first. */
export const endpointOf = ({ cloudEndpoint, endpoints }: RunningCore): string => cloudEndpoint ?? endpoints.https

/**
 * The core of this machine that `--core` names, else the only one that runs; `undefined` where none runs.
 * Throws `UsageError` where there is none of the name, or none is named and several run.
 */
export async function chooseCore(flags: Flags, cores?: readonly RunningCore[]): Promise<RunningCore | undefined> {
  const running = cores ?? await runningCores()
  const wanted = textFlag(flags, 'core')
  if (wanted === undefined) {
    if (running.length > 1) throw new UsageError(`Several run on this machine: ${listed(running)}. Choose one by --core NAME.`)
    return running[0]
  }
  const chosen = running.find(({ name }) => name === wanted) ?? coreAt(wanted, running)
  if (chosen === undefined) throw new UsageError(`There is no ${wanted} on this machine; ${running.length === 0 ? 'nothing runs: start it with keg local or keg run' : `there is ${listed(running)}`}.`)
  return chosen
}

const listed = (cores: readonly RunningCore[]) => cores.map((core) => `${core.name} (${core.kind}, ${endpointOf(core)})`).join(', ')

/** The core that an address is of: of its own listeners, or of its cloud's. */
export function coreAt(address: string, cores: readonly RunningCore[]): RunningCore | undefined {
  const place = placeOf(address)
  return cores.find(({ cloudEndpoint, endpoints }) =>
    place !== undefined && [cloudEndpoint, ...Object.values(endpoints)].some((each) => each !== undefined && placeOf(each) === place))
}

/** A host and its port; the names of this machine are one. */
function placeOf(address: string): string | undefined {
  const { hostname, port } = URL.parse(address) ?? {}
  if (!hostname || !port) return undefined
  return `${/^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname) ? 'localhost' : hostname}:${port}`
}
