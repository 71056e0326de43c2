import type { ParseArgsOptionsConfig } from 'node:util'
import { runningCores } from '@keg/local-iot/running'
import { textFlag } from '../flags.ts'
import { UsageError, type Flags } from '../verb.ts'
import { chooseCore, chooseFlags, coreAt } from './choose-core.ts'

/** The flags of a verb that is about a cloud of this machine. */
export const cloudFlags: ParseArgsOptionsConfig = { ...chooseFlags, endpoint: { type: 'string' } }

export const cloudHelp =
  `  --core NAME      one of those that run on this machine, by its name (keg ps) or an address of it; the only one by default
  --endpoint URL   another cloud's AWS endpoint`

/** The URL of `--endpoint`; absent where it is not given. Throws `UsageError` beside `--core`, and for what is no URL. */
export function endpointFlag(flags: Flags): string | undefined {
  const endpoint = textFlag(flags, 'endpoint')
  if (endpoint !== undefined && flags['core'] !== undefined) throw new UsageError('--core and --endpoint are one or the other.')
  if (endpoint !== undefined && !URL.canParse(endpoint)) throw new UsageError(`--endpoint takes a URL, not "${endpoint}".`)
  return endpoint
}

/**
 * The AWS endpoint of the cloud that the flags mean. Throws `UsageError` where there is none; `instead` says what a core without a cloud is
 * good for.
 */
export async function endpointOfCloud(flags: Flags, instead: (name: string) => string): Promise<string> {
  const endpoint = endpointFlag(flags)
  const cores = await runningCores()
  // Any address of a cloud will do: its core has others.
  if (endpoint !== undefined) return coreAt(endpoint, cores)?.cloudEndpoint ?? endpoint
  const cloud = await chooseCore(
    flags, flags['core'] === undefined ? cores.filter(({ cloudEndpoint }) => cloudEndpoint !== undefined) : cores,
  )
  if (cloud === undefined) throw new UsageError('No cloud runs on this machine: start one with keg run, or name one by --endpoint.')
  if (cloud.cloudEndpoint === undefined) throw new UsageError(`${cloud.name} is AWS IoT Core alone: ${instead(cloud.name)}.`)
  return cloud.cloudEndpoint
}
