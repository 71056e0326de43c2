import { firmwareVersion } from '@keg/message-schemas/keg'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { buildFirmware } from './build-firmware.ts'

// `nx run device:firmware --firmware-version 1.3.0 --out FILE`: the keg's program as a file that a job of firmware can bring. It is not
// called `--version`, which Nx takes for itself.

const { values } = parseArgs({ options: { 'firmware-version': { type: 'string' }, out: { type: 'string' } } })
const version = firmwareVersion.safeParse(values['firmware-version'])
if (values.out === undefined || !version.success) {
  console.error('Usage: --firmware-version VERSION --out FILE; a version has letters, digits and `.`, `+`, `_`, `-`, as 1.3.0.')
  process.exit(2)
}
const bytes = await buildFirmware(version.data)
mkdirSync(dirname(values.out), { recursive: true })
writeFileSync(values.out, bytes)
const sha256 = createHash('sha256').update(bytes).digest('hex')
console.log(`${values.out}: firmware ${version.data}, ${Math.ceil(bytes.length / 1_024)} KB, sha256 ${sha256}`)
