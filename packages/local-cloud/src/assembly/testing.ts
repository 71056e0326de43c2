import type { AssemblyStack } from './read-assembly.ts'
import type { Template } from '../ground/template.ts'

/** A stack of one template, as it would be read from an assembly, with templates of nested stacks by the key of their asset. */
export function stackOf(template: Template, stackName = 'Test', nested: Readonly<Record<string, Template>> = {}): AssemblyStack {
  return {
    id: stackName, stackName, template, assets: new Map(), readTemplate: (key) => nested[key] ?? {}, dependencies: [], parameters: {},
    accountId: undefined, region: undefined,
    constructPaths: new Map(Object.keys(template.Resources ?? {}).map((logicalId) => [logicalId, `${stackName}/${logicalId}/Resource`])),
  }
}
