import { createPublicKey } from 'node:crypto'
import { constants, existsSync } from 'node:fs'
import { access, copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { UsageError } from '../../verb.ts'
import type { ClaimFiles } from './claim.ts'

/** What a configuration has to know of each keg; members that somebody added stay. */
const written = z.looseObject({ kegs: z.array(z.looseObject({ kegId: z.string() })) })

/** Where the kegs of a batch connect, and by which claim. */
export interface BatchPlace {
  readonly directory: string
  readonly endpoint: { readonly host: string; readonly port: number }
  /** Of who has signed the endpoint's certificate. */
  readonly caFile: string
  readonly claim: ClaimFiles & { readonly template: string }
  /** By which the kegs know firmware that they may run; absent: as the configuration has it, if it has one. */
  readonly firmwareKeyFile: string | undefined
}

/**
 * Writes the configuration of the device program for these kegs, beside those that it has already. Each keeps its own certificate, which
 * it gets by its claim, in a folder of its own. Kegs report to Device Defender, unless it says otherwise.
 */
export async function writeConfiguration(kegIds: readonly string[], place: BatchPlace): Promise<string> {
  const { directory, endpoint, caFile, claim, firmwareKeyFile } = place
  const file = join(directory, 'kegs.json')
  const { kegs, ...others }: z.output<typeof written> = existsSync(file) ? await read(file) : { kegs: [] }
  const known = new Set(kegs.map(({ kegId }) => kegId))
  const added = kegIds.filter((kegId) => !known.has(kegId)).map((kegId) => {
    const dataDir = join(directory, kegId)
    return { kegId, certificateFile: join(dataDir, 'certificate.pem'), privateKeyFile: join(dataDir, 'private.key'), dataDir, claim }
  })
  const firmware = firmwareKeyFile === undefined ? {} : { firmware: { ...others['firmware'] as object, publicKeyFile: firmwareKeyFile } }
  // Keys are in it, which nobody is to commit.
  await writeFile(join(directory, '.gitignore'), '*\n')
  await replace(file, `${JSON.stringify({ metrics: {}, ...others, ...firmware, endpoint, caFile, kegs: [...kegs, ...added] }, undefined, 2)}\n`)
  return file
}

/**
 * Writes the public half of an Ed25519 key, of which either half may be given, into the folder of a batch. Throws `UsageError` for a file
 * that has none.
 */
export async function writeFirmwareKey(directory: string, keyFile: string): Promise<string> {
  const file = join(directory, 'firmware.pem')
  const key = await readFile(keyFile).then(createPublicKey, () => undefined).catch(() => undefined)
  if (key?.asymmetricKeyType !== 'ed25519') throw new UsageError(`--firmware-key ${keyFile} is no Ed25519 key in PEM.`)
  await replace(file, key.export({ format: 'pem', type: 'spki' }).toString())
  return file
}

/**
 * Makes the folder of a batch, with a copy of the CA: what a core of this machine has is gone when it ends. Throws `UsageError` where it
 * can't be made or written, or the CA not be read.
 */
export async function batchFolder(directory: string, caFile: string): Promise<string> {
  const copy = join(directory, 'ca.pem')
  await access(caFile, constants.R_OK).catch(refuse(`--ca ${caFile} can't be read`))
  await makeFolder(directory).catch(refuse(`--dir ${directory} can't be made`))
  const written = async () => (caFile === copy ? access(directory, constants.W_OK) : copyFile(caFile, copy))
  await written().catch(refuse(`--dir ${directory} can't be written`))
  return copy
}

/** Level by level: Node's own recursion never ends below a folder that takes none, as /proc. */
async function makeFolder(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => undefined)
  if (found?.isDirectory() === true) return
  if (dirname(directory) !== directory) await makeFolder(dirname(directory))
  await mkdir(directory)
}

const refuse = (what: string) => (error: unknown) => {
  throw new UsageError(`${what}: ${error instanceof Error ? error.message : String(error)}.`)
}

async function read(file: string): Promise<z.output<typeof written>> {
  try {
    return written.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    throw new UsageError(`${file} is no configuration of kegs: take another --dir.`)
  }
}

/** Whole at once: who reads it meanwhile reads the former one. */
async function replace(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}
