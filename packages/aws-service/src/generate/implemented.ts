import { readdirSync, readFileSync } from 'node:fs'

/** The operations that the files of a folder implement, found by their `operation('Name', …)`. Test files don't count. */
export function implementedOperations(folder: URL): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .flatMap((file) =>
      [...readFileSync(new URL(file, folder), 'utf8').matchAll(/=\s*operation\(\s*'(\w+)'/g)].map((match) => match[1] ?? ''))
    .sort()
}
