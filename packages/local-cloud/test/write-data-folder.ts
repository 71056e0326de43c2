import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { runAssembly } from '../src/index.ts'
import { fill } from './data-folder-contents.ts'

/**
 * Writes a data folder for `fixtures/data-folders`, as this version does:
 * `node --conditions=@keg/source test/write-data-folder.ts FOLDER dynoxide|dynalite`.
 */
const [, , dataDir = '', engine = ''] = process.argv
if (engine !== 'dynoxide' && engine !== 'dynalite') throw new Error('FOLDER and dynoxide or dynalite are needed.')
rmSync(dataDir, { recursive: true, force: true })
const cloud = await runAssembly(fileURLToPath(new URL('fixtures/data-folders/assembly', import.meta.url)), { dataDir, dynamodb: engine })
const { endpoint, region, credentials, outputs } = cloud
await fill({ endpoint, region, credentials }, outputs['Test'] ?? {}, Date.now())
await cloud.close()
