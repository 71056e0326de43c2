import { createHash } from 'node:crypto'
import { chooseBranches, resolve, type Scope } from './assembly/intrinsics.ts'
import type { PlannedResource, PlannedStack } from './assembly/plan.ts'
import { stackScope, type ResourceValues } from './assembly/stack-scope.ts'
import { CloudError } from './cloud-error.ts'
import type { ResourceContext } from './resources/resource.ts'
import type { Services } from './services/services.ts'

/** What stacks are created with. */
export interface CreateOptions {
  readonly region: string
  readonly accountId: string
  readonly services: Services
  /** Rewrites every text that a template resolves to. */
  readonly text: (text: string) => string
}

/**
 * Creates every resource of every stack, one after the other, and answers the stacks' outputs by stack name.
 * Throws `CloudError` `RESOURCE_FAILED` at the first that fails, with the cause.
 */
export async function createStacks(stacks: readonly PlannedStack[], options: CreateOptions): Promise<Record<string, Record<string, string>>> {
  const exports = new Map<string, unknown>()
  const outputs: Record<string, Record<string, string>> = {}
  for (const planned of stacks) {
    const { stack, parameters } = planned
    const created = new Map<string, ResourceValues>()
    const scope = stackScope({ ...options, stack, parameters, created, exports })
    for (const resource of planned.resources) created.set(resource.logicalId, await createResource(planned, resource, scope, options))
    outputs[stack.stackName] = stackOutputs(planned, scope, exports)
  }
  return outputs
}

async function createResource({ stack }: PlannedStack, resource: PlannedResource, scope: Scope, options: CreateOptions): Promise<ResourceValues> {
  const { stackName } = stack
  const { logicalId, constructPath, resourceType, properties } = resource
  const { region, accountId, services } = options
  const context: ResourceContext = {
    stackName, logicalId, constructPath, region, accountId, services,
    physicalName: (maxLength) => physicalName(stackName, logicalId, maxLength),
    arn: (service, name) => `arn:aws:${service}:${region}:${accountId}:${name}`,
    asset: (objectKey) => stack.assets.get(objectKey),
  }
  try {
    const resolved = resolve(properties, scope)
    // The properties are an object, and resolving an object makes one.
    return await resourceType.create(resolved as Record<string, unknown>, context)
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    const evidence = [{ stackName, logicalId, type: resourceType.type, constructPath, reason }]
    throw new CloudError('RESOURCE_FAILED', 'A resource could not be created.', { cause, evidence })
  }
}

function stackOutputs({ stack, condition }: PlannedStack, scope: Scope, exports: Map<string, unknown>): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [name, output] of Object.entries(stack.template.Outputs ?? {})) {
    if (output.Condition !== undefined && !condition(output.Condition)) continue
    const value = resolve(chooseBranches(output.Value, condition), scope)
    if (output.Export !== undefined) exports.set(String(resolve(output.Export.Name, scope)), value)
    outputs[name] = String(value)
  }
  return outputs
}

/** Stack, logical id and twelve characters, as CloudFormation does; the characters come from the names, so that names last from run to run. */
export function physicalName(stackName: string, logicalId: string, maxLength = 64): string {
  const digest = createHash('sha256').update(`${stackName}/${logicalId}`).digest()
  const suffix = [...digest.subarray(0, 12)].map((byte) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'[byte % 32]).join('')
  return `${`${stackName}-${logicalId}`.slice(0, maxLength - 13)}-${suffix}`
}
