import { LocalIotError } from '@keg/local-iot'
import { announceCore, isCoreName, runningCores, type AnnouncedCore, type AnnounceOptions } from '@keg/local-iot/running'
import { given, textFlag } from '../flags.ts'
import { UsageError, type Flags, type Terminal } from '../verb.ts'

/** The name that a core is to have. Throws `UsageError` for one that can't be given, before anything is started. */
export async function wantedName(flags: Flags): Promise<string | undefined> {
  const name = textFlag(flags, 'name')
  if (name === undefined) return undefined
  if (!isCoreName(name)) throw new UsageError(`--name takes letters, digits, "_", "-" and ".", 64 at most, not "${name}".`)
  if ((await runningCores()).some((core) => core.name === name))
    throw new UsageError(`A core named ${name} runs already on this machine (keg ps); give this one another --name.`)
  return name
}

/** Tells other commands of a core. Where they can't be told, says so: the core runs all the same. */
export async function announce(
  core: Parameters<typeof announceCore>[0],
  { name, ...options }: Omit<AnnounceOptions, 'name'> & { readonly name: string | undefined },
  terminal: Terminal,
): Promise<AnnouncedCore | undefined> {
  try {
    return await announceCore(core, { ...options, ...given({ name }) })
  } catch (error) {
    if (!(error instanceof LocalIotError)) throw error
    if (error.code === 'NAME_TAKEN') throw new UsageError(error.message)
    terminal.err(error.message)
    return undefined
  }
}
