import { CloudError } from '../ground/cloud-error.ts'
import { resolve, type Scope } from './intrinsics.ts'
import type { AssemblyStack } from './read-assembly.ts'

/** What a created resource shows to others. */
export interface ResourceValues {
  readonly ref: string
  readonly attributes?: Readonly<Record<string, string>>
}

/** What a stack's intrinsic functions look things up in. */
export interface StackScopeOptions {
  readonly stack: AssemblyStack
  readonly parameters: Readonly<Record<string, string | string[]>>
  readonly region: string
  readonly accountId: string
  /** Resources created so far; filled while the stack is created. */
  readonly created: ReadonlyMap<string, ResourceValues>
  /** Exports of all stacks so far. */
  readonly exports: ReadonlyMap<string, unknown>
  /** Rewrites every resolved text. */
  readonly text: (text: string) => string
}

/** The scope in which a stack's template is resolved. */
export function stackScope({ stack, parameters, region, accountId, created, exports, text }: StackScopeOptions): Scope {
  const { stackName, template } = stack
  const pseudo = pseudoParameters(stackName, region, accountId)
  const unresolved = (what: string) => new CloudError('UNRESOLVED', `Stack ${stackName} refers to ${what}, which is not there.`)
  const scope: Scope = {
    ref(name) {
      const found = pseudo[name] ?? parameters[name] ?? created.get(name)?.ref
      if (found === undefined) throw unresolved(name)
      return found
    },
    attribute(logicalId, name) {
      const found = created.get(logicalId)?.attributes?.[name]
      if (found === undefined) throw unresolved(`${logicalId}.${name}`)
      return found
    },
    condition(name) {
      const condition = template.Conditions?.[name]
      if (condition === undefined) throw unresolved(`condition ${name}`)
      return resolve(condition, scope) === true
    },
    mapping(map, topKey, secondKey) {
      const found = template.Mappings?.[map]?.[topKey]?.[secondKey]
      if (found === undefined) throw unresolved(`${map}.${topKey}.${secondKey} of its mappings`)
      return found
    },
    importValue(name) {
      if (!exports.has(name)) throw unresolved(`the export ${name} of another stack`)
      return exports.get(name)
    },
    text,
  }
  return scope
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
function pseudoParameters(stackName: string, region: string, accountId: string): Readonly<Record<string, unknown>> {
  return {
    'AWS::AccountId': accountId,
    'AWS::Region': region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': stackName,
    'AWS::StackId': `arn:aws:cloudformation:${region}:${accountId}:stack/${stackName}/keg`,
    'AWS::NotificationARNs': [],
  }
}
