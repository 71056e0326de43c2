import type { Tree } from '@nx/devkit'
import { addSorted, writeNew } from '../../edit.ts'

const ROOM = 'packages/local-cloud'
const REGISTRY = `${ROOM}/src/resources/registry.ts`
const COVERAGE = `${ROOM}/test/resource-coverage.json`

/** `nx g @keg/nx-plugin:resource AWS::Service::Type`: the type's file, its lines in the registry, and a test, with its row among those of all types, that fails until it is written. */
export default function resource(tree: Tree, { type }: { readonly type: string }): void {
  const { file, camel, service, page } = namesOfType(type)
  writeNew(tree, `${ROOM}/src/resources/${file}.ts`, source(type, camel, page))
  writeNew(tree, `${ROOM}/test/${file}.test.ts`, test(type, service))
  addSorted(tree, REGISTRY, `import { ${camel} } from './${file}.ts'`, /^import \{ \w+ \} from '(\.\/.+)\.ts'$/)
  addSorted(tree, REGISTRY, `  ${camel},`, /^ {2}(\w+),$/)
  // A row that a person edited stays; that of a custom type is always the last, so that every other has its comma.
  if (tree.read(COVERAGE, 'utf8')?.includes(`"${type}":`) !== true) addSorted(tree, COVERAGE, `  "${type}": { "test": "${file}.test.ts", "by": "${type}" },`, /^ {2}"([\w:]+)": \{/)
}

/** The names that a type goes by: `AWS::IoT::ThingType` is in `iot-thing-type.ts`. Throws for what is no type of AWS's. */
function namesOfType(type: string): { readonly file: string; readonly camel: string; readonly service: string; readonly page: string } {
  const [, service = '', name = ''] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? []
  if (name === '') throw new Error(`${JSON.stringify(type)} is no type of CloudFormation's: it is AWS::Service::Type.`)
  const file = `${service.toLowerCase()}-${name.replaceAll(/(?<!^)([A-Z])/g, '-$1').toLowerCase()}`
  const camel = file.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
  return { file, camel, service, page: `aws-resource-${service}-${name}`.toLowerCase() }
}

function source(type: string, camel: string, page: string): string {
  return `import { ignored, refused, text } from '../properties/property.ts'
import { resource } from './resource.ts'
import { tags } from './tags.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/${page}.html */
export const ${camel} = resource('${type}', {
  // Every property of the page above: read, ignored on purpose, or refused. One that is in none of these is refused.
  properties: {
    Name: text,
    Description: ignored('it is for people'),
    Policy: refused('say why a template with it is not run'),
    Tags: tags,
  },
  create({ Name }, { physicalName }) {
    throw new TypeError(\`${type} is not written yet: \${Name ?? physicalName()}\`)
  },
  // What is absent here is as src/resources/resource.ts says: update, remove, restore, status.
})
`
}

function test(type: string, service: string): string {
  return `import { CfnOutput, CfnResource } from 'aws-cdk-lib'
import { expect, it } from 'vitest'
import { run } from './synthesized.ts'

it('runs ${type} from a template', async () => {
  await using running = await run((stack) => {
    const made = new CfnResource(stack, 'Made', { type: '${type}', properties: {} })
    new CfnOutput(stack, 'Ref', { value: made.ref })
  })
  // Ask the SDK's own client of ${service} for it: new Client(running.client).
  expect(running.outputs['Ref']).toBe('what the client answers')
})
`
}
