import { systemClock } from '@keg/mqtt-broker'
import { join } from 'node:path'
import type { SiteConfig } from '../../config/config.ts'
import { unusable } from '../../host/host.ts'
import { openWithheld } from './sqlite-withheld.ts'

/** Writes what stayed at the site, a line of JSON each. Throws where it can't be read, as while the gateway runs. */
export function printWithheld({ dataDir, residency }: SiteConfig, write: (line: string) => void): void {
  try {
    const file = openWithheld(join(dataDir, 'residency.db'), residency?.maxBytes ?? Infinity, () => systemClock.nowMs())
    for (const { payload, ...message } of file.all())
      write(`${JSON.stringify({ ...message, payloadBase64: Buffer.from(payload).toString('base64') })}\n`)
    file.close()
  } catch (error) {
    throw unusable(
      `what stayed here can't be read while the gateway runs, or: ${error instanceof Error ? error.message : String(error)}`, error,
    )
  }
}
