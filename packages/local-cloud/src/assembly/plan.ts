import { CloudError, type Evidence } from '../cloud-error.ts'
import type { CreatedResource, ResourceContext, ResourceType } from '../resources/resource.ts'
import { creationOrder } from './creation-order.ts'
import { chooseBranches, intrinsicFunctions } from './intrinsics.ts'
import { parameterValues } from './parameters.ts'
import { constructPath, type AssemblyStack } from './read-assembly.ts'
import { stackScope } from './stack-scope.ts'
import { intrinsicCall, isRecord, type TemplateResource } from './template.ts'

/** A resource that will be created: its conditions hold, and the branches of its `Fn::If`s are taken. */
export interface PlannedResource {
  readonly logicalId: string
  readonly constructPath: string
  readonly resourceType: ResourceType
  readonly properties: Readonly<Record<string, unknown>>
}

/** A stack that was checked, with its resources in the order in which they are created. */
export interface PlannedStack {
  readonly stack: AssemblyStack
  readonly parameters: Readonly<Record<string, string | string[]>>
  readonly condition: (name: string) => boolean
  readonly resources: readonly PlannedResource[]
}

/** What a plan depends on beside the templates. */
export interface PlanOptions {
  readonly parameters: Readonly<Record<string, string>>
  readonly region: string
  readonly accountId: string
  readonly resourceTypes: ReadonlyMap<string, ResourceType>
}

/**
 * Checks all stacks before anything is created.
 * Throws `CloudError` `UNSUPPORTED` with every resource whose type or property can't be honoured; `CYCLE`, `PARAMETER_INVALID` likewise.
 */
export function planStacks(stacks: readonly AssemblyStack[], options: PlanOptions): PlannedStack[] {
  const evidence: Evidence[] = []
  const planned = stacks.map((stack) => planStack(stack, options, (item) => evidence.push(item)))
  if (evidence.length > 0) throw new CloudError('UNSUPPORTED', 'The assembly can\'t be run here; nothing was started.', { evidence })
  return planned
}

function planStack(stack: AssemblyStack, { parameters: given, region, accountId, resourceTypes }: PlanOptions, report: (evidence: Evidence) => void): PlannedStack {
  const { stackName, template } = stack
  if (template.Transform !== undefined) throw new CloudError('UNSUPPORTED', `Stack ${stackName} uses a transform, which runs in AWS only.`)
  const parameters = parameterValues(stack, given)
  const { condition } = stackScope({ stack, parameters, region, accountId, created: new Map(), exports: new Map(), text: (text) => text })
  const resources = new Map(
    Object.entries(template.Resources ?? {})
      .filter(([, resource]) => resource.Condition === undefined || condition(resource.Condition))
      .map(([logicalId, resource]) => [logicalId, { ...resource, Properties: branchesOf(resource, condition) }]),
  )
  const providers = new Set([...resources.values()].flatMap(({ Type, Properties }) => (resourceTypes.has(Type) ? (providerOf(Type, Properties) ?? []) : [])))
  const planned = creationOrder(stack, resources).flatMap((logicalId): PlannedResource[] => {
    const resource = resources.get(logicalId)
    if (resource === undefined) return []
    const path = constructPath(stack, logicalId)
    const complain = (reason: string, property?: string) =>
      report({ stackName, logicalId, type: resource.Type, constructPath: path, reason, ...(property === undefined ? {} : { property }) })
    const resourceType = providers.has(logicalId) ? providerFunction : resourceTypes.get(resource.Type)
    if (resourceType === undefined) {
      complain('the type is not supported')
      return []
    }
    for (const name of unknownFunctions(resource.Properties)) complain(`the intrinsic function ${name} is not supported`)
    resourceType.check(resource.Properties, (property, reason) => complain(reason, property))
    return [{ logicalId, constructPath: path, resourceType, properties: resource.Properties }]
  })
  return { stack, parameters, condition, resources: planned }
}

/** The function behind a custom resource, which is not run where the resource is made without it. */
const providerFunction: ResourceType = {
  type: 'AWS::Lambda::Function',
  kept: false,
  check: () => undefined,
  create: async (_, context) => namedFunction(context),
  update: async (_, __, context) => namedFunction(context),
  remove: async () => undefined,
  restore: async () => undefined,
}

function namedFunction({ physicalName, arn }: ResourceContext): CreatedResource {
  const name = physicalName(64)
  return { ref: name, attributes: { Arn: arn('lambda', `function:${name}`) } }
}

function providerOf(type: string, { ServiceToken: token }: Readonly<Record<string, unknown>>): string | undefined {
  const [name, target] = type.startsWith('Custom::') ? (intrinsicCall(token) ?? []) : []
  return name === 'Fn::GetAtt' && Array.isArray(target) ? String(target[0]) : undefined
}

function branchesOf({ Properties = {} }: TemplateResource, condition: (name: string) => boolean): Record<string, unknown> {
  const chosen = chooseBranches(Properties, condition)
  return isRecord(chosen) ? chosen : {}
}

function unknownFunctions(value: unknown): Set<string> {
  const children = Array.isArray(value) ? value : isRecord(value) ? Object.values(value) : []
  const names = new Set(children.flatMap((child: unknown) => [...unknownFunctions(child)]))
  const name = intrinsicCall(value)?.[0]
  if (name !== undefined && !intrinsicFunctions.has(name)) names.add(name)
  return names
}
