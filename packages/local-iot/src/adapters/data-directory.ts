import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { dataFolderRefusal, markDataFolder, type DataLayout } from '@keg/aws-service'
import { LocalIotError } from '../errors/local-iot-error.ts'

/** The folder with CA and keys: the caller's, kept, or one of our own that goes with us. */
export interface DataDirectory {
  path(name: string): string
  /** The file's text, or `undefined` when it is not there. */
  read(name: string): Promise<string | undefined>
  /** Writes a file that its owner alone can read. */
  write(name: string, text: string): Promise<void>
  close(): Promise<void>
}

/** Format 1 is what was written before folders had a format, and its mark. */
const layout: DataLayout = { writtenBy: '@keg/local-iot', format: 1, oldest: 0, knownBy: ['state.sqlite', 'ca-key.pem'] }

/**
 * Opens the folder `dataDir`, or makes it where there is none.
 * Throws LocalIotError DATA_UNREADABLE, before it changes anything, for a folder that this version can't read.
 */
export async function openDataDirectory(dataDir: string | undefined): Promise<DataDirectory> {
  const directory = dataDir === undefined ? await mkdtemp(join(tmpdir(), 'keg-local-iot-')) : resolve(dataDir)
  if (dataDir !== undefined) claim(directory)
  const path = (name: string) => join(directory, name)
  return {
    path,
    read: (name) =>
      readFile(path(name), 'utf8').catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? undefined : Promise.reject(error))),
    write: (name, text) => writeFile(path(name), text, { mode: 0o600 }),
    close: () => (dataDir === undefined ? rm(directory, { recursive: true, force: true }) : Promise.resolve()),
  }
}

function claim(directory: string): void {
  const refusal = dataFolderRefusal(directory, layout)
  if (refusal !== undefined) throw new LocalIotError('DATA_UNREADABLE', refusal)
  markDataFolder(directory, layout)
}

/** Writes the CA certificate, for every user of this machine to read, into a folder of its own; answers the file. */
export async function publishCa(folder: string, certificatePem: string): Promise<string> {
  const made = await mkdir(resolve(folder), { recursive: true })
  // Whatever umask this process has; a folder that was there is its owner's business.
  if (made !== undefined) await chmod(resolve(folder), 0o755)
  const file = join(resolve(folder), 'ca.pem')
  await writeFile(file, `${certificatePem}\n`)
  await chmod(file, 0o644)
  return file
}
