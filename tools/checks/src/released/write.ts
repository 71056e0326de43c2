import { writeFileSync } from 'node:fs'
import { releasedManifests } from './manifests.ts'
import { publishesItsExports, withPublishedExports } from './published-exports.ts'

// `pnpm nx run checks:exports`: writes `publishConfig.exports` of each released package from its `exports`.

const manifests = releasedManifests()
for (const { file, path, manifest } of manifests) {
  if (publishesItsExports(manifest)) continue
  writeFileSync(path, withPublishedExports(manifest))
  console.log(`wrote ${file}`)
}
console.log(`${manifests.length} packages publish what their exports say`)
