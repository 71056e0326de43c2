import type { ResourceType } from './resource.ts'

/** The type by its name in a template: custom resources of any name are made by the function that they name, unless theirs is known here. */
export function resourceTypeOf(type: string, resourceTypes: ReadonlyMap<string, ResourceType>): ResourceType | undefined {
  const custom = type.startsWith('Custom::') ? resourceTypes.get('AWS::CloudFormation::CustomResource') : undefined
  return resourceTypes.get(type) ?? (custom === undefined ? undefined : { ...custom, type })
}
