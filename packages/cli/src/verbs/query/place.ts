import type { ColdEngine } from '@keg/cold-store'
import { athenaEngine } from '@keg/cold-store/athena'
import { duckDbEngine } from '@keg/cold-store/duckdb'
import { runningCores } from '@keg/local-iot/running'
import { endpointOfCloud } from '../../core/choose-cloud.ts'
import { coreAt } from '../../core/choose-core.ts'
import { cloudState } from '../../core/cloud-outputs.ts'
import { given, textFlag } from '../../flags.ts'
import { UsageError, type Flags } from '../../verb.ts'

/**
 * The engine that the flags mean: DuckDB over a folder, Athena in AWS, else Athena of the cloud that runs. Rejects with `UsageError` or
 * `ColdStoreError`.
 */
export async function engineOf(flags: Flags): Promise<ColdEngine> {
  const directory = textFlag(flags, 'from-dir')
  if (directory !== undefined) {
    const other = ['aws', 'core', 'endpoint', 'database', 'work-group', 'profile', 'region'].find((name) => flags[name] !== undefined)
    if (other !== undefined) throw new UsageError(`--from-dir asks a folder of this machine: without --${other}.`)
    return duckDbEngine(directory).catch((error: unknown) => {
      if (error instanceof Error && 'syscall' in error) throw new UsageError(`--from-dir: ${error.message}`)
      throw error
    })
  }
  return flags['aws'] === true ? ofAccount(flags) : ofCloud(flags)
}

async function ofAccount(flags: Flags): Promise<ColdEngine> {
  const [database, workGroup] = [textFlag(flags, 'database'), textFlag(flags, 'work-group')]
  if (database === undefined || workGroup === undefined)
    throw new UsageError('In AWS, --database and --work-group say where: the outputs ColdDatabase and ColdWorkGroup of the stack of state.')
  if (flags['core'] !== undefined || flags['endpoint'] !== undefined)
    throw new UsageError('--core and --endpoint are for clouds of this machine: without --aws.')
  return athenaEngine({ database, workGroup }, given({ profile: textFlag(flags, 'profile'), region: textFlag(flags, 'region') }))
}

async function ofCloud(flags: Flags): Promise<ColdEngine> {
  const ofAws = ['profile', 'region'].find((name) => flags[name] !== undefined)
  if (ofAws !== undefined) throw new UsageError(`--${ofAws} is for --aws.`)
  const endpoint = await endpointOfCloud(flags, () => 'it has no Athena; start a cloud with keg run, or ask a folder by --from-dir DIR')
  const cloud = await cloudState(endpoint)
  const one = (flag: string, output: string): string => {
    const [found, ...others] = [textFlag(flags, flag) ?? cloud.output(output)].flat()
    if (found === undefined) throw new UsageError(`The cloud at ${endpoint} has no output ${output}: name it by --${flag}.`)
    if (others.length > 0) {
      throw new UsageError(
        `The cloud at ${endpoint} has several outputs ${output}: ${[found, ...others].join(', ')}. Choose one by --${flag}.`,
      )
    }
    return found
  }
  const place = { database: one('database', 'ColdDatabase'), workGroup: one('work-group', 'ColdWorkGroup') }
  const known = coreAt(endpoint, await runningCores())
  return athenaEngine(place, {
    endpoint, region: known?.region ?? 'eu-central-1', ...(known === undefined ? {} : { credentials: known.credentials }),
  })
}
