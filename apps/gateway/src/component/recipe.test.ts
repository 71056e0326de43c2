import { expect, it } from 'vitest'
import { gatewayRecipe } from './recipe.ts'
import { recipeSchema } from './recipe-schema.ts'

const recipe = gatewayRecipe({ version: '1.2.3', bucket: 'my-bucket' })
const [manifest] = recipe.Manifests

it('is a recipe, for the two platforms whose binaries the artifact has', () => {
  expect(recipeSchema.parse(JSON.parse(JSON.stringify(recipe)))).toEqual(recipe)
  expect(recipe.Manifests.map(({ Platform }) => Platform)).toEqual([
    { os: 'linux', architecture: 'amd64' }, { os: 'linux', architecture: 'aarch64' },
  ])
  expect(manifest?.Artifacts?.map(({ URI }) => URI)).toEqual(['s3://my-bucket/com.example.KegGateway/1.2.3/keg-gateway.zip'])
})

it('allows nothing by itself', () => {
  expect(recipe.ComponentConfiguration?.DefaultConfiguration.accessControl).toEqual({})
})

it.each<[string, object, RegExp]>([
  ['another format', { RecipeFormatVersion: '2021-01-01' }, /RecipeFormatVersion/],
  ['a name of AWS', { ComponentName: 'aws.greengrass.Nucleus' }, /is for AWS/],
  ['half a version', { ComponentVersion: '1.2' }, /semantic version/],
  ['no manifest', { Manifests: [] }, /Manifests/],
  ['a key that a recipe does not have', { Manifest: [] }, /Manifest/],
  ['two ways to run', { Manifests: [{ ...manifest, Lifecycle: { Run: { Script: 'a' }, Startup: { Script: 'b' } } }] }, /only one of/],
  ['a step that there is none of', { Manifests: [{ ...manifest, Lifecycle: { Start: { Script: 'a' } } }] }, /Start/],
  ['an artifact from the web', {
    Manifests: [{ ...manifest, Artifacts: [{ URI: 'https://host/keg-gateway.zip', Unarchive: 'ZIP' }] }],
  }, /s3:\/\//],
  ['a folder that nothing is unpacked into', { Manifests: [{ ...manifest, Artifacts: [] }] }, /no archive/],
  ['two artifacts of one name', { Manifests: [
    { ...manifest, Artifacts: [{ URI: 's3://bucket/a/keg-gateway.zip', Unarchive: 'ZIP' }, { URI: 's3://bucket/b/keg-gateway.zip' }] },
  ] }, /of its own/],
  ['rights without operations', {
    ComponentConfiguration: { DefaultConfiguration: { accessControl: { 'aws.greengrass.ipc.mqttproxy': { all: { operations: [] } } } } },
  }, /operations/],
])('with %s would be none', (_what, change, reason) => {
  const checked = recipeSchema.safeParse({ ...recipe, ...change })
  expect(checked.success).toBe(false)
  expect(JSON.stringify(checked.error?.issues)).toMatch(reason)
})
