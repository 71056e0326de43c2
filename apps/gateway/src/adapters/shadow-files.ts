import { UplinkError, type Durable } from '@keg/uplink'
import { jsonFile } from '@keg/uplink/json-file'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { keptShadow } from '../shadows/kept-shadow.ts'
import type { KeptShadow } from '../shadows/local-shadows.ts'

const SCHEMA = 1

export interface ShadowFilesOptions {
  readonly folder: string
  readonly nowMs: () => number
  readonly log: (line: string) => void
}

/**
 * A file for the shadow of each keg. One that can't be read is set aside: what the cloud and the keg say of their settings comes again.
 * One of a newer gateway is refused by an {@link UplinkError} `NEWER_SCHEMA`, and left as it is.
 */
export function shadowFiles({ folder, nowMs, log }: ShadowFilesOptions): (kegId: string) => Durable<KeptShadow> {
  return (kegId) => {
    const path = join(folder, `${kegId}.json`)
    const file = jsonFile(path, { schema: keptShadow, version: SCHEMA, durable: true })
    return {
      read() {
        try {
          return file.read()
        } catch (error) {
          if (!(error instanceof UplinkError) || error.code !== 'CORRUPT') throw error
          const aside = `${path}.corrupt-${nowMs()}`
          renameSync(path, aside)
          log(`${aside} is set aside: ${error.message}`)
          return undefined
        }
      },
      write: (kept) => file.write(kept),
    }
  }
}
