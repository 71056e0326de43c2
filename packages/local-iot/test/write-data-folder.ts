import { rmSync } from 'node:fs'
import { createLocalIot } from '../src/index.ts'
import { fill } from './data-folder-contents.ts'

/**
 * Writes a data folder for `fixtures/data-folders`, as this version does:
 * `node --conditions=@keg/source test/write-data-folder.ts FOLDER`.
 */
const [, , dataDir = ''] = process.argv
if (dataDir === '') throw new Error('FOLDER is needed.')
rmSync(dataDir, { recursive: true, force: true })
const iot = await createLocalIot({ dataDir, permissive: true })
await fill(iot)
await iot.close()
