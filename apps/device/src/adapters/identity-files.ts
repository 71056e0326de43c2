import { writeWholeFile } from '@keg/uplink/whole-file'
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { CertificateFiles, IdentityFiles } from '../identity/identity-files.ts'

/** A keg's certificate and key on the disk. Each file is replaced as a whole, for its owner alone. */
export function identityFiles(own: CertificateFiles): IdentityFiles {
  const next = { certificateFile: `${own.certificateFile}.next`, privateKeyFile: `${own.privateKeyFile}.next` }
  return {
    own,
    next,
    get hasOwn() {
      return existsSync(own.certificateFile)
    },
    get hasNext() {
      return existsSync(next.certificateFile)
    },
    nextKey() {
      if (!existsSync(next.privateKeyFile)) write(next.privateKeyFile, newKey())
      return readFileSync(next.privateKeyFile, 'utf8')
    },
    writeNext: (certificatePem) => write(next.certificateFile, certificatePem),
    adopt() {
      // The key first: while the certificate to come is there, a start knows that it has to go on.
      for (const name of ['privateKeyFile', 'certificateFile'] as const)
        if (existsSync(next[name])) renameSync(next[name], own[name])
    },
    discard() {
      for (const path of [next.certificateFile, next.privateKeyFile]) rmSync(path, { force: true })
    },
  }
}

function write(path: string, content: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeWholeFile(path, content, { durable: true })
}

const newKey = (): string =>
  generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
