import type { Export } from './api-reports.ts'

// A type is seen in the examples of what takes it and what returns it.
const TYPES: readonly string[] = ['Interface', 'TypeAlias']

/** The names of the functions, classes and constants that have no `@example` in their docstring, nor in that of an overload; sorted. */
export function withoutExample(exports: readonly Export[]): string[] {
  const values = exports.filter(({ kind }) => !TYPES.includes(kind))
  const shown = new Set(values.filter(({ docComment }) => /^\s*(?:\/\*)?\*\s*@example\b/m.test(docComment)).map(({ name }) => name))
  return [...new Set(values.map(({ name }) => name))].filter((name) => !shown.has(name)).sort()
}
