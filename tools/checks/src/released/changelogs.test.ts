import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { releasedManifests } from './manifests.ts'

it.each(releasedManifests())('the package of $file has a change log, and publishes it', ({ path, manifest }) => {
  // `nx release` finds the latest version by its heading, and puts the next one above it.
  expect(readFileSync(join(dirname(path), 'CHANGELOG.md'), 'utf8')).toMatch(/^## \d+\.\d+\.\d+ .*\n\n\S/)
  expect(manifest.files).toContain('CHANGELOG.md')
})
