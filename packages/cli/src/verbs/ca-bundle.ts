import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g
const NAME_LENGTH = 8

/**
 * A file of a core's CA and of those that a shell trusts already, as that of a proxy: one variable names one file, and who loses the other
 * reaches nobody outside. It stands beside the core's. The core's own where there are none, where they can't be read, or where nothing can
 * be written there.
 *
 * @example caBundle(core.caFile, process.env['NODE_EXTRA_CA_CERTS'])
 */
export function caBundle(caFile: string, already: string | undefined): string {
  if (already === undefined || already === '' || already === caFile) return caFile
  try {
    const all = [...new Set([already, caFile].flatMap((file) => readFileSync(file, 'utf8').match(CERTIFICATE) ?? []))].join('\n')
    const bundle = join(dirname(caFile), `ca-and-others-${createHash('sha256').update(all).digest('hex').slice(0, NAME_LENGTH)}.pem`)
    writeFileSync(bundle, `${all}\n`)
    return bundle
  } catch {
    return caFile
  }
}
