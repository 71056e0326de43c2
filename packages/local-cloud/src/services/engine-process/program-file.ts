import { fileURLToPath } from 'node:url'

/**
 * The file of a program that runs in a process of its own: beside its module as source, `module` being `import.meta.url`; beside the bundle
 * once built.
 */
export function programFile(name: string, module: string): string {
  return fileURLToPath(new URL(`./${name}${module.endsWith('.ts') ? '.ts' : '.js'}`, module))
}
