import type { Tree } from '@nx/devkit'
import { addItem, addLine, addSorted, namesOf, writeNew } from '../../edit.ts'

const API = 'apps/command-api/src'
const FLOWS = 'packages/flows/src'

/** What {@link route} takes. */
export interface RouteOptions {
  readonly name: string
  readonly method?: 'GET' | 'PUT' | 'POST' | 'DELETE'
  readonly path: string
}

/**
 * `nx g @keg/nx-plugin:route <name> --path /sites/{siteId}`: the route's contract and its place on the map, what answers it, its test, its
 * Lambda entry, its place in the API over memory that tests call, and its row in the README.
 */
export default function route(tree: Tree, { name, method = 'GET', path }: RouteOptions): void {
  if (!/^(\/([\w-]+|\{\w+\}))+$/.test(path)) throw new Error(`${JSON.stringify(path)} is not a path like /sites/{siteId}.`)
  const { file, camel } = namesOf(name)
  writeNew(tree, `${FLOWS}/api/${file}.ts`, contract(camel, file, method, path))
  writeNew(tree, `${API}/routes/${file}.ts`, source(camel, method, path))
  writeNew(tree, `${API}/routes/${file}.test.ts`, test(camel, file, path))
  writeNew(tree, `${API}/handlers/${file}.ts`, entry(camel, file, path))
  const map = `${FLOWS}/routes.ts`
  addSorted(tree, map, `import { ${camel}Route } from './api/${file}.ts'`, /^import \{.*\} from '\.\/api\/(.+)\.ts'$/)
  addSorted(tree, map, `export { ${camel}Route } from './api/${file}.ts'`, /^export \{.*\} from '\.\/api\/(.+)\.ts'$/)
  addItem(tree, map, 'export const routes = [', `${camel}Route`)
  const memory = `${API}/testing/memory-api.ts`
  addSorted(tree, memory, `import { ${camel} } from '../routes/${file}.ts'`, /^import \{.*\} from '\.\.\/routes\/(.+)\.ts'$/)
  addLine(tree, memory, `    '${file}': ${camel}({ gate, store }),`, /^ {4}'get-me': /)
  addLine(tree, 'apps/command-api/README.md', `| \`${method} ${path}\` | say here what it answers |`, /^\| `GET \/me` /)
}

const parametersOf = (path: string): string[] => [...path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter ?? '')

/** What a route is handed that asks who may: of one keg, it has to know where that is. */
const gatedOf = (path: string): 'KegGated' | 'Gated' => (parametersOf(path).includes('kegId') ? 'KegGated' : 'Gated')

const ofSites = (parameters: readonly string[]) =>
  (parameters.includes('kegId') ? 'keg' : parameters.includes('siteId') ? 'site' : 'fleet')

function contract(camel: string, file: string, method: string, path: string): string {
  const parameters = parametersOf(path)
  const params = `{ ${parameters.map((parameter) => `${parameter}: levelName`).join(', ')} }`
  const has = parameters.length > 0
  return `${has ? "import { levelName } from '@keg/message-schemas/keg'\n" : ''}import * as z from 'zod'
import { apiRoute } from './route.ts'

export const ${camel}Route = apiRoute({
  method: '${method}',
  path: '${path}',
  handler: '${file}',
  grants: ['readStore'],
  access: { does: '${method === 'GET' ? 'reads' : 'writes'}', of: '${ofSites(parameters)}' },
  summary: 'Say here what it answers',
${has ? `  params: z.object(${params}),\n` : ''}  answer: { status: 200, schema: z.object({ ${parameters.map((parameter) => `${parameter}: levelName, `).join('')}kegs: z.int() }) },
  problems: [],
})
`
}

function source(camel: string, method: string, path: string): string {
  const has = parametersOf(path).length > 0
  return `import { ${camel}Route } from '@keg/flows/routes'
import type { HotStore } from '@keg/store'
import type { ${gatedOf(path)} } from '../http/gate.ts'
import { answerRoute } from '../http/route.ts'

/** \`${method} ${path}\`: say here what it answers. */
export const ${camel} = ({ store, gate }: { store: HotStore } & ${gatedOf(path)}) =>
  answerRoute(${camel}Route, gate, async (${has ? '{ params }' : ''}) => ({ ${has ? '...params, ' : ''}kegs: (await store.kegs()).items.length }))
`
}

function test(camel: string, file: string, path: string): string {
  const pathParameters = `{ ${parametersOf(path).map((parameter) => `${parameter}: 'x-1'`).join(', ')} }`
  return `import { memoryStore } from '@keg/store/memory'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { expect, it } from 'vitest'
import { bearer, gate, tokens } from '../testing/people.ts'
import { ${camel} } from './${file}.ts'

it('answers', async () => {
  // Of the event, a route reads these.
  const event = { requestContext: { requestId: 'r-1' }, headers: bearer(tokens.brewer), pathParameters: ${pathParameters} }
  expect((await ${camel}({ gate, store: memoryStore() })(event as unknown as APIGatewayProxyEventV2)).statusCode).toBe(200)
})
`
}

function entry(camel: string, file: string, path: string): string {
  const [gate, from] = gatedOf(path) === 'KegGated' ? ['kegGateFromEnvironment', 'keg-gate'] : ['gateFromEnvironment', 'people']
  return `import { storeFromEnvironment } from '@keg/store/environment'
import { ${gate} } from '../adapters/${from}.ts'
import { ${camel} } from '../routes/${file}.ts'

export const handler = ${camel}({ gate: ${gate}(), store: storeFromEnvironment() })
`
}
