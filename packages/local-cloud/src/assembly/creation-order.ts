import { isRecord } from '@keg/aws-service'
import { CloudError, type Evidence } from '../ground/cloud-error.ts'
import { attributePath, substitutions } from './intrinsics.ts'
import { constructPath, type AssemblyStack } from './read-assembly.ts'
import { intrinsicCall, type TemplateResource } from '../ground/template.ts'

/** Every logical id (and parameter) that a value refers to. */
export function references(value: unknown): Set<string> {
  const names = new Set<string>()
  collect(value, names)
  return names
}

/**
 * Logical ids in an order in which each resource comes after those it refers to or names in `DependsOn`; otherwise as written.
 * Throws `CloudError` `CYCLE` with the ids on the cycle.
 */
export function creationOrder(stack: AssemblyStack, resources: ReadonlyMap<string, TemplateResource>): string[] {
  const created = new Set<string>()
  const open: string[] = []
  const visit = (logicalId: string) => {
    const resource = resources.get(logicalId)
    if (resource === undefined || created.has(logicalId)) return
    if (open.includes(logicalId)) {
      throw cycleError(stack, open.slice(open.indexOf(logicalId)), resources)
    }
    open.push(logicalId)
    for (const name of [...references(resource.Properties), ...[resource.DependsOn ?? []].flat()]) visit(name)
    open.pop()
    created.add(logicalId)
  }
  for (const logicalId of resources.keys()) visit(logicalId)
  return [...created]
}

function cycleError(stack: AssemblyStack, cycle: string[], resources: ReadonlyMap<string, TemplateResource>): CloudError {
  const { stackName } = stack
  const evidence = cycle.flatMap((logicalId, index): Evidence[] => {
    const resource = resources.get(logicalId)
    if (resource === undefined) return []
    const next = cycle[(index + 1) % cycle.length] ?? logicalId
    return [{ stackName, logicalId, type: resource.Type, constructPath: constructPath(stack, logicalId), reason: `depends on ${next}` }]
  })
  return new CloudError('CYCLE', `Resources of stack ${stackName} depend on each other in a circle.`, { evidence })
}

function collect(value: unknown, names: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, names)
    return
  }
  const call = intrinsicCall(value)
  if (call?.[0] === 'Ref') names.add(String(call[1]))
  else if (call?.[0] === 'Fn::GetAtt') names.add(attributePath(call[1])[0])
  else if (call?.[0] === 'Fn::Sub') collectSubstitutions(call[1], names)
  else if (isRecord(value)) for (const entry of Object.values(value)) collect(entry, names)
}

function collectSubstitutions(argument: unknown, names: Set<string>): void {
  const [template, variables]: unknown[] = Array.isArray(argument) ? argument : [argument]
  collect(variables, names)
  const own = isRecord(variables) ? variables : {}
  substitutions(String(template), (name) => {
    if (!Object.hasOwn(own, name)) names.add(attributePath(name)[0])
    return ''
  })
}
