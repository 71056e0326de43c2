import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import type { AuditLine } from '../admin/admin-door.ts'
import { AdminToken } from '../admin/admin-token.ts'

const LEAST_CHARACTERS = 32

/** Reads the token from a file that its owner alone may read. Throws with what is wrong with it. */
export function readAdminToken(file: string): AdminToken {
  const { mode } = statSync(file)
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new Error(`${file} may be read by others than its owner (mode ${(mode & 0o777).toString(8)}): chmod 600 ${file}`)
  }
  const token = readFileSync(file, 'utf8').trim()
  if (token.length < LEAST_CHARACTERS || /\s/.test(token)) {
    throw new Error(`${file} holds no token of ${LEAST_CHARACTERS} characters or more without spaces: openssl rand -hex 32 > ${file}`)
  }
  return new AdminToken(token)
}

/** Appends lines to a file, as JSON; each is on the disk when it returns. Throws where the disk fails. */
export function auditFile(path: string): (line: AuditLine) => void {
  return (line) => {
    const file = openSync(path, 'a', 0o600)
    try {
      writeSync(file, `${JSON.stringify(line)}\n`)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  }
}
