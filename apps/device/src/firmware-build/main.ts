import { firmwareVersion } from '@keg/message-schemas/keg'
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { buildFirmware } from './build-firmware.ts'

// `nx run device:firmware --args="--version 1.3.0 --out FILE"`: the keg's program as a file that a job of firmware can bring.

const { values: { version, out } } = parseArgs({ options: { version: { type: 'string' }, out: { type: 'string' } } })
if (out === undefined || !firmwareVersion.safeParse(version).success || version === undefined) {
  console.error('Usage: --version VERSION --out FILE; a version has letters, digits, and `.`, `+`, `_`, `-`: 1.3.0.')
  process.exit(2)
}
const bytes = await buildFirmware(version)
mkdirSync(dirname(out), { recursive: true })
writeFileSync(out, bytes)
console.log(`${out}: firmware ${version}, ${Math.ceil(bytes.length / 1_024)} KB, sha256 ${createHash('sha256').update(bytes).digest('hex')}`)
