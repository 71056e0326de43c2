import { isRecord } from '@keg/aws-service'
import { CloudError, type Evidence } from '../ground/cloud-error.ts'
import { resourceTypeOf } from '../ground/resource-type-of.ts'
import type { CreatedResource, ResourceContext, ResourceType } from '../ground/resource.ts'
import { creationOrder } from './creation-order.ts'
import { chooseBranches, intrinsicFunctions, resolve, type Scope } from './intrinsics.ts'
import { checkParameters, parameterValues } from './parameters.ts'
import { constructPath, type AssemblyStack } from './read-assembly.ts'
import { removalPolicies, type RemovalPolicies } from './removal-policies.ts'
import { stackScope } from './stack-scope.ts'
import { intrinsicCall, type Template, type TemplateResource } from '../ground/template.ts'
import { exportsOf, unresolvedIn, type Referable } from './unresolved.ts'

/** It brings intrinsic functions, which are known here. */
const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions'
const NESTED_STACK = 'AWS::CloudFormation::Stack'

/** A resource that will be created: its conditions hold, and the branches of its `Fn::If`s are taken. */
export interface PlannedResource {
  readonly logicalId: string
  readonly constructPath: string
  readonly resourceType: ResourceType
  readonly properties: Readonly<Record<string, unknown>>
  readonly policies: RemovalPolicies
  /** Of a nested stack: its plan, by its name and the values of its parameters. */
  readonly nested?: (stackName: string, parameters: Readonly<Record<string, string>>) => PlannedStack
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
 * Throws `CloudError` `UNSUPPORTED` with every resource whose type or property can't be honoured, or that refers to what is not there
 * (`UNRESOLVED` where that is all); `CYCLE`, `PARAMETER_INVALID` likewise.
 */
export function planStacks(stacks: readonly AssemblyStack[], options: PlanOptions): PlannedStack[] {
  checkParameters(stacks, options.parameters)
  const evidence: Evidence[] = []
  const exported = stacks.map((stack) => exportsOf(stack.template, staticScope(stack, parameterValues(stack, options.parameters), options)))
  const exports = exported.includes(undefined) ? undefined : new Set(exported.flatMap((names) => [...names ?? []]))
  const planned = stacks.map((stack) => planStack(stack, { ...options, exports, report: (item) => evidence.push(item) }))
  const code = evidence.every(({ reason }) => reason.startsWith('refers to ')) ? 'UNRESOLVED' : 'UNSUPPORTED'
  if (evidence.length > 0) throw new CloudError(code, 'The assembly can\'t be run here; nothing was started.', { evidence })
  return planned
}

interface Planning extends PlanOptions {
  /** Of all stacks. */
  readonly exports: ReadonlySet<string> | undefined
  readonly report: (evidence: Evidence) => void
}

function planStack(stack: AssemblyStack, planning: Planning): PlannedStack {
  const { stackName, template } = stack
  const transforms = [template.Transform ?? []].flat().filter((transform) => transform !== LANGUAGE_EXTENSIONS)
  if (transforms.length > 0) throw new CloudError('UNSUPPORTED', `Stack ${stackName} uses the transform ${transforms.map((transform) => JSON.stringify(transform)).join(', ')}, which runs in AWS only.`)
  const parameters = parameterValues(stack, planning.parameters)
  const scope = staticScope(stack, parameters, planning)
  const { condition } = scope
  const resources = new Map(
    Object.entries(template.Resources ?? {})
      .filter(([, resource]) => resource.Condition === undefined || condition(resource.Condition))
      .map(([logicalId, resource]) => [logicalId, { ...resource, Properties: branchesOf(resource, condition) }]),
  )
  const referable = { names: new Set([...resources.keys(), ...Object.keys(parameters)]), exports: planning.exports, scope }
  const providers = new Set([...resources.values()].flatMap(({ Type, Properties }) =>
    (planning.resourceTypes.has(Type) ? (providerOf(Type, Properties) ?? []) : [])))
  const planned = creationOrder(stack, resources).flatMap((logicalId): PlannedResource[] => {
    const resource = resources.get(logicalId)
    return resource === undefined
      ? []
      : planResource({ stack, referable, logicalId, resource, isProvider: providers.has(logicalId) }, planning)
  })
  for (const [logicalId, { Value, Condition }] of Object.entries(template.Outputs ?? {})) {
    if (Condition !== undefined && !condition(Condition)) continue
    for (const reason of unresolvedIn(chooseBranches(Value, condition), referable))
      planning.report({ stackName, logicalId, type: 'output', constructPath: logicalId, reason })
  }
  return { stack, parameters, condition, resources: planned }
}

/** Resolves what does without resources. */
function staticScope(
  stack: AssemblyStack, parameters: PlannedStack['parameters'], { region, accountId }: Pick<PlanOptions, 'region' | 'accountId'>,
): Scope {
  return stackScope({ stack, parameters, region, accountId, created: new Map(), exports: new Map(), text: (text) => text })
}

interface ResourceToPlan extends Pick<PlannedStack, 'stack'> {
  readonly referable: Referable
  readonly logicalId: string
  readonly resource: TemplateResource & { readonly Properties: Record<string, unknown> }
  readonly isProvider: boolean
}

function planResource({ stack, referable, logicalId, resource, isProvider }: ResourceToPlan, planning: Planning): PlannedResource[] {
  const { stackName } = stack
  const path = constructPath(stack, logicalId)
  const complain = (reason: string, property?: string) =>
    planning.report({
      stackName, logicalId, type: resource.Type, constructPath: path, reason, ...(property === undefined ? {} : { property }),
    })
  const resourceType = isProvider ? providerFunction : resourceTypeOf(resource.Type, planning.resourceTypes)
  if (resourceType === undefined) {
    complain('the type is not supported')
    return []
  }
  for (const reason of unresolvedIn(resource.Properties, referable)) complain(reason)
  for (const name of unknownFunctions(resource.Properties)) complain(`the intrinsic function ${name} is not supported`)
  resourceType.check(resource.Properties, (property, reason) => complain(reason, property))
  const planned = { logicalId, constructPath: path, resourceType, properties: resource.Properties, policies: removalPolicies(resource) }
  if (resource.Type !== NESTED_STACK) return [planned]
  try {
    return [{ ...planned, nested: planNested(stack, logicalId, referable.scope, planning) }]
  } catch (error) {
    // What a nested template asks for is told with all the rest; that it is not there, here.
    complain(error instanceof Error ? error.message : String(error))
    return []
  }
}

/** Checks a nested stack with what is known before anything is created, and answers how it is planned once its parameters are. */
function planNested(parent: AssemblyStack, logicalId: string, scope: Scope, planning: Planning): NonNullable<PlannedResource['nested']> {
  const properties = parent.template.Resources?.[logicalId]?.Properties ?? {}
  const objectKey = String(resolve(properties['TemplateURL'], scope)).split('/').at(-1) ?? ''
  const template = parent.readTemplate(objectKey)
  const nestedStack = (stackName: string): AssemblyStack => ({
    ...parent, id: `${parent.id}/${logicalId}`, stackName, template, parameters: {},
    constructPaths: nestedPaths(parent, logicalId, template),
  })
  const given = isRecord(properties['Parameters']) ? properties['Parameters'] : {}
  const known = Object.entries(template.Parameters ?? {}).flatMap(([name, { AllowedValues, Default }]) => {
    const value = resolvable(given[name], scope) ?? AllowedValues?.[0] ?? Default
    return [[name, String(value ?? `{${name}}`)] as const]
  })
  planStack(nestedStack(`${parent.stackName}-${logicalId}`), { ...planning, parameters: Object.fromEntries(known) })
  return (stackName, parameters) => {
    const evidence: Evidence[] = []
    const planned = planStack(nestedStack(stackName), { ...planning, parameters, report: (item) => evidence.push(item) })
    if (evidence.length > 0) throw new CloudError('UNSUPPORTED', 'The nested stack can\'t be run here.', { evidence })
    return planned
  }
}

/**
 * An assembly says nothing of constructs in nested stacks: their templates do where the CDK's command has made them; else the logical id
 * stands for the rest.
 */
function nestedPaths(parent: AssemblyStack, logicalId: string, template: Template): ReadonlyMap<string, string> {
  // The resource of the stack Test/Middle is Test/Middle.NestedStack/Middle.NestedStackResource.
  const prefix = constructPath(parent, logicalId).replace(/\.NestedStack\/[^/]*$/, '')
  const silent = Object.entries(template.Resources ?? {}).filter(([, { Metadata }]) => typeof Metadata?.['aws:cdk:path'] !== 'string')
  return new Map(silent.map(([id]) => [id, `${prefix}/${id}`]))
}

/** A value that does without what is not created yet. */
function resolvable(value: unknown, scope: Scope): unknown {
  try {
    return resolve(value, scope)
  } catch {
    return undefined
  }
}

/** The function behind a custom resource, which is not run where the resource is made without it. */
const providerFunction: ResourceType = {
  type: 'AWS::Lambda::Function (not run)',
  uses: {},
  kept: false,
  check: () => undefined,
  create: async (_, context) => namedFunction(context),
  update: async (_, __, context) => namedFunction(context),
  remove: async () => undefined,
  restore: async (_, context) => namedFunction(context),
  status: async () => ({}),
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
