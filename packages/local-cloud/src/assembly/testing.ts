import type { AssemblyStack } from './read-assembly.ts'
import type { Template } from './template.ts'

/** A stack of one template, as it would be read from an assembly. */
export function stackOf(template: Template, stackName = 'Test'): AssemblyStack {
  return {
    id: stackName, stackName, template, assets: new Map(), dependencies: [], parameters: {}, accountId: undefined, region: undefined,
    constructPaths: new Map(Object.keys(template.Resources ?? {}).map((logicalId) => [logicalId, `${stackName}/${logicalId}/Resource`])),
  }
}
