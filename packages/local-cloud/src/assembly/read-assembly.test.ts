import { expect, it } from 'vitest'
import { readAssembly } from './read-assembly.ts'

const files = {
  'manifest.json': {
    version: '55.0.0',
    artifacts: {
      'Api.assets': { type: 'cdk:asset-manifest', properties: { file: 'Api.assets.json' } },
      Api: {
        type: 'aws:cloudformation:stack', environment: 'aws://111122223333/eu-central-1', dependencies: ['Store', 'Api.assets'],
        properties: { templateFile: 'Api.template.json', stackName: 'keg-api', parameters: { Stage: 'prod' } },
        metadata: { '/Api/Queue/Resource': [{ type: 'aws:cdk:logicalId', data: 'Queue1' }] },
      },
      Store: {
        type: 'aws:cloudformation:stack', environment: 'aws://unknown-account/unknown-region',
        properties: { templateFile: 'Store.template.json' },
      },
      Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-Stage' } },
      Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
    },
  },
  'Api.template.json': { Resources: { Queue1: { Type: 'AWS::SQS::Queue' } } },
  'Api.assets.json': {
    files: { abc: { source: { path: 'asset.abc', packaging: 'zip' }, destinations: { here: { objectKey: 'abc.zip' } } } },
  },
  'Store.template.json': { Resources: {} },
  'assembly-Stage/manifest.json': { artifacts: { Deep: { type: 'aws:cloudformation:stack', properties: { templateFile: 'Deep.json' } } } },
  'assembly-Stage/Deep.json': {},
}

function reader(contents: Record<string, unknown>) {
  return (path: string) => {
    const found = contents[path]
    if (found === undefined) throw new Error('no such file')
    return typeof found === 'string' ? found : JSON.stringify(found)
  }
}

it('reads the stacks of an app and of its stages, each after those it depends on', () => {
  const stacks = readAssembly(reader(files))
  expect(stacks.map(({ stackName }) => stackName)).toEqual(['Store', 'keg-api', 'Deep'])
  expect(stacks[1]).toMatchObject({
    id: 'Api', accountId: '111122223333', region: 'eu-central-1', parameters: { Stage: 'prod' }, dependencies: ['Store'],
  })
  expect(stacks[1]?.assets.get('abc.zip')).toEqual({ path: 'asset.abc', packaging: 'zip' })
  expect(stacks[1]?.constructPaths.get('Queue1')).toBe('Api/Queue/Resource')
  expect(stacks[0]).toMatchObject({ accountId: undefined, region: undefined })
})

it.each([
  ['no manifest', {}],
  ['a manifest that is no JSON', { 'manifest.json': '{' }],
  ['a manifest of something else', { 'manifest.json': { artifacts: [1] } }],
  ['no template', { ...files, 'Store.template.json': undefined }],
  ['a template of something else', { ...files, 'Store.template.json': { Resources: 3 } }],
])('refuses an assembly with %s', (_, contents) => {
  expect(() => readAssembly(reader(contents))).toThrow(expect.objectContaining({ code: 'ASSEMBLY_UNREADABLE' }))
})
