import { writeWholeFile } from '@keg/uplink/whole-file'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CertificateFiles, IdentityFiles } from '../identity/identity-files.ts'

/** What is done to files; each of it happens as a whole or not at all. */
export interface FileOperations {
  exists(path: string): boolean
  read(path: string): string
  write(path: string, content: string): void
  rename(from: string, to: string): void
  remove(path: string): void
}

const onDisk: FileOperations = {
  exists: existsSync,
  read: (path) => readFileSync(path, 'utf8'),
  write(path, content) {
    mkdirSync(dirname(path), { recursive: true })
    writeWholeFile(path, content, { durable: true })
  },
  rename: renameSync,
  remove: (path) => rmSync(path, { force: true }),
}

/** A keg's certificate and key on the disk. Each file is replaced as a whole, for its owner alone. */
export function identityFiles(own: CertificateFiles, files: FileOperations = onDisk): IdentityFiles {
  const next = { certificateFile: `${own.certificateFile}.next`, privateKeyFile: `${own.privateKeyFile}.next` }
  return {
    own,
    next,
    get hasOwn() {
      return files.exists(own.certificateFile)
    },
    get hasNext() {
      return files.exists(next.certificateFile)
    },
    nextKey() {
      if (!files.exists(next.privateKeyFile)) files.write(next.privateKeyFile, newKey())
      return files.read(next.privateKeyFile)
    },
    writeNext: (certificatePem) => files.write(next.certificateFile, certificatePem),
    adopt() {
      // The key first: while the certificate to come is there, a start knows that it has to go on.
      for (const name of ['privateKeyFile', 'certificateFile'] as const)
        if (files.exists(next[name])) files.rename(next[name], own[name])
    },
    discard() {
      for (const path of [next.certificateFile, next.privateKeyFile]) files.remove(path)
    },
  }
}

const newKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
