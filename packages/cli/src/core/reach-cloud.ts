import { readFile } from 'node:fs/promises'
import { Agent } from 'node:https'
import type { ParseArgsOptionsConfig } from 'node:util'
import { runningCores, type RunningCore } from '@keg/local-iot/running'
import { given, textFlag } from '../flags.ts'
import { UsageError, type Flags } from '../verb.ts'
import { cloudFlags, cloudHelp, endpointFlag } from './choose-cloud.ts'
import { chooseCore, coreAt } from './choose-core.ts'
import { cloudState, type CloudState } from './cloud-outputs.ts'

/** Where a stack runs, and how AWS's clients get there. */
export interface ReachedCloud {
  /** For any client of AWS's SDK. */
  readonly config: {
    readonly endpoint?: string
    readonly region?: string
    readonly profile?: string
    readonly credentials?: RunningCore['credentials']
    readonly requestHandler?: { readonly httpsAgent: Agent }
  }
  /** Absent: it is no core of this machine. */
  readonly core: RunningCore | undefined
  /** The value of a flag, else of a stack's output; absent where there is neither. Throws `UsageError` where there are several. */
  find(flag: string, output: string): string | undefined
  /** The same. Throws `UsageError` where there is neither. */
  need(flag: string, output: string): string
}

/** The flags of a verb that uses what a stack has made. */
export const stackFlags: ParseArgsOptionsConfig = {
  ...cloudFlags, aws: { type: 'boolean' }, profile: { type: 'string' }, region: { type: 'string' },
}

export const stackHelp = `${cloudHelp}
  --aws            the account of the environment's credentials; --profile NAME, --region REGION`

/** Finds the cloud, core or account that the flags mean. Throws `UsageError` where there is none. */
export async function reachCloud(flags: Flags): Promise<ReachedCloud> {
  const { core, config, state } = flags['aws'] === true ? ofAccount(flags) : await ofMachine(flags)
  const find = (flag: string, output: string): string | undefined => {
    const own = textFlag(flags, flag)
    const [found, ...others] = own === undefined ? state?.output(output) ?? [] : [own]
    if (others.length > 0)
      throw new UsageError(`There are several outputs ${output}: ${[found, ...others].join(', ')}. Choose one by --${flag}.`)
    return found
  }
  const need = (flag: string, output: string): string => {
    const found = find(flag, output)
    if (found === undefined) throw new UsageError(`${missing(flags, core, state)} no output ${output}: name it by --${flag}.`)
    return found
  }
  return { core, config, find, need }
}

interface Found {
  readonly core: RunningCore | undefined
  readonly config: ReachedCloud['config']
  /** Absent: nobody tells of outputs. */
  readonly state: CloudState | undefined
}

function ofAccount(flags: Flags): Found {
  const other = ['core', 'endpoint'].find((name) => flags[name] !== undefined)
  if (other !== undefined) throw new UsageError(`--${other} is for what runs on this machine: without --aws.`)
  return {
    core: undefined, state: undefined, config: given({ profile: textFlag(flags, 'profile'), region: textFlag(flags, 'region') }),
  }
}

async function ofMachine(flags: Flags): Promise<Found> {
  const ofAws = ['profile', 'region'].find((name) => flags[name] !== undefined)
  if (ofAws !== undefined) throw new UsageError(`--${ofAws} is for --aws.`)
  const endpoint = endpointFlag(flags)
  const cores = await runningCores()
  if (endpoint === undefined) return ofCore(await chosen(flags, cores))
  const core = coreAt(endpoint, cores)
  return core === undefined ? { core, config: { endpoint }, state: await cloudState(endpoint) } : ofCore(core)
}

async function ofCore(core: RunningCore): Promise<Found> {
  const { cloudEndpoint, endpoints, region, credentials, caFile } = core
  if (cloudEndpoint !== undefined)
    return { core, config: { endpoint: cloudEndpoint, region, credentials }, state: await cloudState(cloudEndpoint) }
  const requestHandler = { httpsAgent: new Agent({ ca: await readFile(caFile) }) }
  return { core, config: { endpoint: endpoints.control, region, credentials, requestHandler }, state: undefined }
}

/** Clouds come before cores that run alone. */
async function chosen(flags: Flags, cores: readonly RunningCore[]): Promise<RunningCore> {
  const clouds = cores.filter(({ cloudEndpoint }) => cloudEndpoint !== undefined)
  const core = await chooseCore(flags, flags['core'] === undefined && clouds.length > 0 ? clouds : cores)
  if (core === undefined)
    throw new UsageError('Nothing runs on this machine: start a cloud with keg run, or name one by --endpoint or --aws.')
  return core
}

function missing(flags: Flags, core: RunningCore | undefined, state: CloudState | undefined): string {
  if (flags['aws'] === true) return 'Of an account in AWS this command reads'
  if (core !== undefined && state === undefined) return `${core.name} is AWS IoT Core alone, with`
  return 'The cloud has'
}
