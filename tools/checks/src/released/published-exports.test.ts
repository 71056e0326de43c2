import { expect, it } from 'vitest'
import { releasedManifests } from './manifests.ts'
import { publishedExports, publishesItsExports, withPublishedExports, type Target } from './published-exports.ts'

it.each(releasedManifests())('$file publishes what its exports say', ({ file, manifest }) => {
  const fix = `The publishConfig.exports of ${file} do not follow from its exports. Run "pnpm nx run checks:exports".`
  expect(publishesItsExports(manifest), fix).toBe(true)
})

const [source, types] = ['./src/index.ts', { types: './dist/index.d.ts', default: './dist/index.js' }]

it.each<[what: string, exports: Record<string, Target>, published: Record<string, Target>]>([
  ['nothing', {}, {}],
  ['an entry without its source', { '.': { '@keg/source': source, import: types } }, { '.': { import: types } }],
  ['a source within a condition', { '.': { import: { '@keg/source': source, ...types } } }, { '.': { import: types } }],
  ['no entry that is source alone', { '.': { import: types }, './testing': { '@keg/source': source } }, { '.': { import: types } }],
  ['no condition that is source alone', { '.': { node: { '@keg/source': source }, import: types } }, { '.': { import: types } }],
  ['a path as it is', { './package.json': './package.json' }, { './package.json': './package.json' }],
])('has of %s', (_, exports, published) => {
  expect(publishedExports(exports)).toEqual(published)
})

it('keeps the order of conditions, in which they are tried', () => {
  const exports = { '.': { browser: './dist/browser.js', '@keg/source': source, require: './dist/index.cjs', import: './dist/index.js' } }
  expect(Object.keys(publishedExports(exports)['.'] ?? {})).toEqual(['browser', 'require', 'import'])
})

it('sees what differs, also in order alone', () => {
  const exports = { '.': { '@keg/source': source, require: './dist/index.cjs', import: './dist/index.js' } }
  const publishing = (published: object) => publishesItsExports({ exports, publishConfig: { exports: published } })
  expect(publishing({ '.': { require: './dist/index.cjs', import: './dist/index.js' } })).toBe(true)
  expect(publishing({ '.': { import: './dist/index.js', require: './dist/index.cjs' } })).toBe(false)
  expect(publishing({ '.': { require: './dist/index.cjs', import: './dist/other.js' } })).toBe(false)
  expect(publishesItsExports({ exports, publishConfig: {} })).toBe(false)
})

it('writes them into the manifest, and leaves all else where it is', () => {
  const exports = { '.': { '@keg/source': source, import: types } }
  const manifest = { name: '@keg/pump', exports, publishConfig: { access: 'public', exports: {} }, files: ['dist'] }
  const written = withPublishedExports(manifest)
  expect(JSON.parse(written)).toEqual({ ...manifest, publishConfig: { access: 'public', exports: { '.': { import: types } } } })
  expect(Object.keys(JSON.parse(written) as object)).toEqual(['name', 'exports', 'publishConfig', 'files'])
})
