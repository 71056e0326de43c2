import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The resource types of the stacks that ran in the tests of the file under way, and of those whose start was refused. */
export const notedTypes = { run: new Set<string>(), refused: new Set<string>() }

/** Notes the types of every template of an assembly, those of nested stacks too. */
export function noteTypes(directory: string, outcome: keyof typeof notedTypes): void {
  for (const file of readdirSync(directory).filter((name) => name.endsWith('.template.json'))) {
    // Written by a synthesis.
    const { Resources = {} } = JSON.parse(readFileSync(join(directory, file), 'utf8')) as { Resources?: Record<string, { Type: string }> }
    for (const { Type } of Object.values(Resources)) notedTypes[outcome].add(Type)
  }
}
