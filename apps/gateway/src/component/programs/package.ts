import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { artifactFiles, zipFiles } from '../adapters/build-artifact.ts'
import { ARTIFACT, gatewayRecipe } from '../recipe.ts'

// `pnpm nx run gateway:package [--bucket NAME] [--component-version X.Y.Z]`: dist/component has the artifact, and a recipe beside it.

const project = fileURLToPath(new URL('../../../', import.meta.url))
const { values } = parseArgs({
  options: { bucket: { type: 'string', default: 'bucket-of-artifacts' }, 'component-version': { type: 'string' } },
})
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string }
const folder = join(project, 'dist', 'component')
const artifact = zipFiles(await artifactFiles())
const recipe = gatewayRecipe({ version: values['component-version'] ?? version, bucket: values.bucket })
mkdirSync(folder, { recursive: true })
writeFileSync(join(folder, ARTIFACT), artifact)
writeFileSync(join(folder, 'recipe.json'), `${JSON.stringify(recipe, undefined, 2)}\n`)
console.log(`${join(folder, ARTIFACT)}: ${(artifact.length / 1_048_576).toFixed(1)} MB\n${join(folder, 'recipe.json')}: ${recipe.ComponentName} ${recipe.ComponentVersion}`)
