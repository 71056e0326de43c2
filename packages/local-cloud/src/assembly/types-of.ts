import type { AssemblyStack } from './read-assembly.ts'
import type { Template } from '../ground/template.ts'

/** The types of a stack's resources, and of those of the nested stacks whose templates are among its assets. */
export function typesOf(stack: AssemblyStack): Set<string> {
  const templates = [...stack.assets].filter(([, { path }]) => path.endsWith('.template.json')).map(([objectKey]) =>
    stack.readTemplate(objectKey))
  return new Set([stack.template, ...templates].flatMap(typesIn))
}

const typesIn = ({ Resources = {} }: Template): string[] => Object.values(Resources).map(({ Type }) => Type)
