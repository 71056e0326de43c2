import type { Tree } from '@nx/devkit'
import { clientFacts, installedClient, type ClientFacts, type LoadClient } from '../../client-protocol.ts'
import { addSorted, kebabOf, namesOf, writeNew } from '../../edit.ts'
import { SERVICES, SERVICES_INDEX } from '../../service-rooms.ts'
import { source as operationSource } from '../operation/operation.ts'

const MODELLED = 'packages/local-cloud/model/modelled-services.ts'

/** What {@link service} takes. */
export interface ServiceOptions {
  /** The client's name in `@aws-sdk/client-…`, as `polly`: it is the room's as well. */
  readonly name: string
  /** Its first operation. Default: the first that lists or describes. */
  readonly operation?: string
}

/**
 * `nx g @keg/nx-plugin:service polly`: a service's room with one operation, its line in `services/index.ts` and one in
 * `model/modelled-services.ts`. It runs, refuses what breaks its model, and says of the operation that it is not written. Protocol and
 * names are those of the installed client. Throws where that is not installed.
 */
export default function service(tree: Tree, { name, operation }: ServiceOptions, load: LoadClient = installedClient): () => void {
  const { file, camel } = namesOf(name)
  const facts = clientFacts(`@aws-sdk/client-${file}`, load)
  const first = operation ?? facts.operations.find((each) => /^(?:List|Describe)/.test(each)) ?? facts.operations[0] ?? ''
  if (!facts.operations.includes(first))
    throw new Error(`${facts.serviceId} has no operation ${first}; it has ${facts.operations.join(', ')}.`)
  const folder = `${SERVICES}/${file}`
  const names = {
    camel, state: `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`, file, first,
    operation: `${first.charAt(0).toLowerCase()}${first.slice(1)}`,
  }
  for (const [path, content] of Object.entries(roomOfNew(names, facts))) writeNew(tree, `${folder}/${path}`, content)
  writeNew(tree, `packages/local-cloud/model/constraints/${file}.json`, '{\n  "shapes": {\n  },\n  "members": {\n  }\n}\n')
  const key = file.includes('-') ? `'${file}'` : file
  const signedAs = facts.signingName === file ? '' : ` signedAs: ['${facts.signingName}'],`
  const types = `AWS::${facts.serviceId.replaceAll(' ', '')}`
  addSorted(
    tree,
    SERVICES_INDEX,
    `  ${key}: {${signedAs} types: ['${types}'], load: () => import('./${file}/service.ts') },`,
    /^ {2}'?([\w-]+)'?: \{.* load: /,
  )
  addSorted(tree, MODELLED, `import * as ${camel} from '@aws-sdk/client-${file}'`, /^import \* as \w+ from '(.+)'$/)
  const rest = facts.protocol.includes('RestJson') ? ', isRest: true' : facts.protocol.includes('Query') ? ', isQuery: true' : ''
  const line = `  ${key}: { client: ${camel}, botocore: '${file}/${facts.version}', docs: '${file}/latest/APIReference'${rest} },`
  addSorted(tree, MODELLED, line, /^ {2}'?([\w-]+)'?: \{ client: /)
  return () => process.stdout.write(`Now: node --conditions=@keg/source model/generate.ts in packages/local-cloud, which writes ${folder}/model.generated.ts; check the docs path in ${MODELLED}.\n`)
}

interface Names {
  readonly file: string
  readonly camel: string
  /** The class of what it has. */
  readonly state: string
  readonly first: string
  readonly operation: string
}

function roomOfNew({ file, camel, state, first, operation }: Names, facts: ClientFacts): Readonly<Record<string, string>> {
  const stateFile = file === 'name' || file === 'service' ? `${file}-state` : file
  const firstFile = kebabOf(first)
  const { made, imported } = protocolSource(facts)
  return {
    'name.ts': `import { serviceName } from '../../ground/service-name.ts'
import type { ${state} } from './${stateFile}.ts'

/** ${facts.serviceId}. */
export const ${camel} = serviceName<${state}>('${file}')
`,
    [`${stateFile}.ts`]: `import type { Shelf } from '../../ground/shelf.ts'

/** What ${facts.serviceId} has, by name: say here what that is. */
export class ${state} {
  readonly items: Shelf<object>

  constructor(items: Shelf<object>) {
    this.items = items
  }
}
`,
    'operations/operation.ts': `import { operationsOf } from '@keg/aws-service'
import type { OperationTypes } from '../model.generated.ts'
import type { ${state} } from '../${stateFile}.ts'

export const operation = operationsOf<OperationTypes, ${state}>()
`,
    [`operations/${firstFile}.ts`]: operationSource(first, operation),
    'operations/index.ts': `import { ${operation} } from './${firstFile}.ts'

export const operations = [${operation}]
`,
    'access.ts': `import type { AccessTable } from '../../ground/access.ts'

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const ${camel}Access: AccessTable = ({ operation }) => (operation === '' ? undefined : [{ action: \`${facts.signingName}:\${operation}\`, resource: '*' }])
`,
    'known-gaps.md': `## ${facts.serviceId}

<!-- operations: made by model/generate.ts -->
<!-- end of operations -->
`,
    'service.ts': `import { ${imported}, serve } from '@keg/aws-service'
import { defineService } from '../../ground/service.ts'
import { ${camel}Access } from './access.ts'
import { model${facts.protocol.includes('RestJson') ? ', routes' : ''} } from './model.generated.ts'
import { ${camel} } from './name.ts'
import { operations } from './operations/index.ts'
import { ${state} } from './${stateFile}.ts'

export const service = defineService(${camel}, {
  start: ({ shelves }) => new ${state}(shelves.shelf('${file}')),
  serve: (state) => serve({ name: '${facts.serviceId}', model, protocols: [${made}], operations }, state),
  access: ${camel}Access,
  resources: [],
})
`,
  }
}

function protocolSource({ protocol, target, xmlNamespace, serviceId }: ClientFacts): { readonly made: string; readonly imported: string } {
  if (protocol.includes('RestJson')) return { made: 'restJsonProtocol(model, routes)', imported: 'restJsonProtocol' }
  if (protocol.includes('Json')) return { made: `jsonProtocol('${target}')`, imported: 'jsonProtocol' }
  if (protocol.includes('Query')) return { made: `queryProtocol('${xmlNamespace}')`, imported: 'queryProtocol' }
  if (protocol.includes('Cbor')) return { made: `cborProtocol('${target}')`, imported: 'cborProtocol' }
  throw new Error(`${serviceId} is spoken to by ${protocol}, which nothing here speaks.`)
}
