import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../conformance/', import.meta.url)

/** The statements of all conformance cases. */
export const corpus: readonly string[] = readdirSync(folder)
  .filter((name) => /^(functions|language)-/.test(name))
  .flatMap((name) => (JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { sql: string }[]).map(({ sql }) => sql))
