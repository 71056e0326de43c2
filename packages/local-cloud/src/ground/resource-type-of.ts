import type { ResourceType } from './resource.ts'

/**
 * Finds a resource type by its name in a template. Custom resources of any name are handled by the function they name, unless the type is
 * known here.
 */
export function resourceTypeOf(type: string, resourceTypes: ReadonlyMap<string, ResourceType>): ResourceType | undefined {
  const custom = type.startsWith('Custom::') ? resourceTypes.get('AWS::CloudFormation::CustomResource') : undefined
  return resourceTypes.get(type) ?? (custom === undefined ? undefined : { ...custom, type })
}
