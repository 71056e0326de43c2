import type { Tree } from '@nx/devkit'
import { addItem, addSorted, kebabOf, writeNew } from '../../edit.ts'
import { roomOfType } from '../../service-rooms.ts'

const ROOM = 'packages/local-cloud'
const COVERAGE = `${ROOM}/test/resource-coverage.json`

/**
 * `nx g @keg/nx-plugin:resource AWS::Service::Type`: the type's file in the room of its service, its place in `service.ts`, and a test,
 * with its row among those of all types, that fails until it is written. Throws where no service has types of that kind.
 */
export default function resource(tree: Tree, { type }: { readonly type: string }): void {
  const { file, camel, service, test, page } = namesOfType(type)
  const { folder, name } = roomOfType(tree, `AWS::${service}`)
  writeNew(tree, `${folder}/resources/${file}.ts`, source(type, camel, page, name))
  writeNew(tree, `${ROOM}/test/${test}.test.ts`, testOf(type, service))
  const list = listOfTypes(tree, folder)
  addSorted(tree, list.path, `import { ${camel} } from '${list.from}${file}.ts'`, /^import \{ \w+ \} from '(\.\/.+)\.ts'$/)
  addItem(tree, list.path, list.start, camel)
  // A row that a person edited stays; that of a custom type is always the last, so that every other has its comma.
  if (tree.read(COVERAGE, 'utf8')?.includes(`"${type}":`) !== true)
    addSorted(tree, COVERAGE, `  "${type}": { "test": "${test}.test.ts", "by": "${type}" },`, /^ {2}"([\w:]+)": \{/)
}

/** Where a service lists its types: in `service.ts`, or in a file of their own where a run may start it without them. */
function listOfTypes(tree: Tree, folder: string): { readonly path: string; readonly start: string; readonly from: string } {
  const path = `${folder}/resources/index.ts`
  return tree.exists(path)
    ? { path, start: 'resources = [', from: './' }
    : { path: `${folder}/service.ts`, start: 'resources: [', from: './resources/' }
}

interface TypeNames {
  /** In the room of its service. */
  readonly file: string
  readonly camel: string
  readonly service: string
  readonly test: string
  readonly page: string
}

/** The names that a type goes by: `AWS::IoT::ThingType` is in `thing-type.ts`. Throws for what is no type of AWS's. */
function namesOfType(type: string): TypeNames {
  const [, service = '', name = ''] = /^AWS::([A-Za-z0-9]+)::([A-Za-z0-9]+)$/.exec(type) ?? []
  if (name === '') throw new Error(`${JSON.stringify(type)} is no type of CloudFormation's: it is AWS::Service::Type.`)
  const file = kebabOf(name)
  const test = `${service.toLowerCase()}-${file}`
  return {
    file, test, camel: test.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase()), service,
    page: `aws-resource-${service}-${name}`.toLowerCase(),
  }
}

function source(type: string, camel: string, page: string, service: string): string {
  return `import { ignored, refused, text } from '../../../ground/property.ts'
import { resource } from '../../../ground/resource.ts'
import { tags } from '../../../ground/tags.ts'
import { ${service} } from '../name.ts'

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/${page}.html */
export const ${camel} = resource('${type}', {
  uses: { ${service} },
  // Every property of the page above: read, ignored on purpose, or refused. One that is in none of these is refused.
  properties: {
    Name: text,
    Description: ignored('it is for people'),
    Policy: refused('say why a template with it is not run'),
    Tags: tags,
  },
  create({ Name }, { services: { ${service} }, physicalName }) {
    throw new TypeError(\`${type} is not written yet: \${Name ?? physicalName()} of \${String(${service})}\`)
  },
  // What is absent here is as src/ground/resource.ts says: update, remove, restore, status.
})
`
}

function testOf(type: string, service: string): string {
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
