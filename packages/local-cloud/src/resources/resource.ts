import type { FileAsset } from '../assembly/read-assembly.ts'
import type { Services } from '../services/services.ts'
import { readProperties, type PropertiesOf, type PropertyTable, type Report } from './property.ts'

/** What a resource comes to: its `Ref`, and what `Fn::GetAtt` finds by name. */
export interface CreatedResource {
  readonly ref: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** Where a resource is created, and with what. */
export interface ResourceContext {
  readonly stackName: string
  readonly logicalId: string
  readonly constructPath: string
  readonly region: string
  readonly accountId: string
  readonly services: Services
  /** A name as CloudFormation makes it up: stack, logical id and a suffix, at most `maxLength` characters (default 64). */
  physicalName(maxLength?: number): string
  /** `arn:aws:{service}:{region}:{account}:{resource}`. */
  arn(service: string, resource: string): string
  /** The asset published under an object key; `undefined` when the assembly has none. */
  asset(objectKey: string): FileAsset | undefined
}

/** One CloudFormation type: which properties it has here, and how it is created. */
export interface ResourceType {
  readonly type: string
  /** Reports every property that can't be honoured; intrinsic functions are not resolved yet. */
  check(properties: Readonly<Record<string, unknown>>, report: Report): void
  create(properties: Readonly<Record<string, unknown>>, context: ResourceContext): Promise<CreatedResource>
}

interface Definition<Table extends PropertyTable> {
  /** Supported properties with their kind, `ignored(reason)` and `refused(reason)` ones; any other is refused. */
  properties: Table
  create(properties: PropertiesOf<Table>, context: ResourceContext): CreatedResource | Promise<CreatedResource>
}

/**
 * A CloudFormation type, one file each, registered in `registry.ts`.
 *
 * @example
 * export const logGroup = resource('AWS::Logs::LogGroup', {
 *   properties: { LogGroupName: text, RetentionInDays: ignored('logs are not kept') },
 *   create: ({ LogGroupName }, { physicalName, arn }) => { … return { ref: name, attributes: { Arn } } },
 * })
 */
export function resource<Table extends PropertyTable>(type: string, { properties: table, create }: Definition<Table>): ResourceType {
  return {
    type,
    check: (properties, report) => void readProperties(table, properties, '', report),
    async create(properties, context) {
      const problems: string[] = []
      const read = readProperties(table, properties, '', (at, reason) => problems.push(`${at} ${reason}`))
      if (problems.length > 0) throw new TypeError(problems.join('; '))
      return create(read, context)
    },
  }
}
