import type { Tree } from '@nx/devkit'
import { addItem, addSorted, kebabOf, writeNew } from '../../edit.ts'
import { roomOf } from '../../service-rooms.ts'

/** What {@link operation} takes. */
export interface OperationOptions {
  /** The room, as `sqs`. */
  readonly service: string
  /** As `PurgeQueue`. */
  readonly name: string
}

/**
 * `nx g @keg/nx-plugin:operation sqs PurgeQueue`: the operation's file and its place among the others. Its shapes come by
 * `model/constraints.ts` and `model/generate.ts`.
 */
export default function operation(tree: Tree, { service, name }: OperationOptions): void {
  if (!/^[A-Z][A-Za-z0-9]+$/.test(name)) throw new Error(`${JSON.stringify(name)} is no operation like PurgeQueue.`)
  const { folder } = roomOf(tree, service)
  const file = kebabOf(name)
  const camel = `${name.charAt(0).toLowerCase()}${name.slice(1)}`
  writeNew(tree, `${folder}/operations/${file}.ts`, source(name, camel))
  addSorted(tree, `${folder}/operations/index.ts`, `import { ${camel} } from './${file}.ts'`, /^import \{.*\} from '(\.\/.+)\.ts'$/)
  addItem(tree, `${folder}/operations/index.ts`, 'operations = [', camel)
}

export function source(name: string, camel: string): string {
  return `import { ServiceException } from '@keg/aws-service'
import { operation } from './operation.ts'

export const ${camel} = operation('${name}', () => {
  throw new ServiceException('InternalFailure', 500, '${name} is not written yet.')
})
`
}
