import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { circlesOf } from './circles.ts'

const workspace = fileURLToPath(new URL('../../../', import.meta.url))

/** Circles that are as they should be, each with its reason. */
const KNOWN: readonly (readonly [reason: string, files: readonly string[]])[] = [
  ['an expression of the grammar holds selections, and a selection expressions', [
    'packages/rule-dsl/src/syntax/parse-expression.ts', 'packages/rule-dsl/src/syntax/parse-selection.ts',
  ]],
  ['what is evaluated follows the grammar', ['condition', 'expression', 'nested', 'selection'].map((name) =>
    `packages/rule-dsl/src/evaluate/${name}.ts`)],
  ['a state of a machine may hold machines', ['run-graph', 'states/map', 'states/parallel'].map((name) =>
    `packages/local-cloud/src/services/step-functions/${name}.ts`)],
]

const sources = globSync('{apps,packages,tools}/*/src/**/*.{ts,tsx}', { cwd: workspace }).filter((file) =>
  !/\.(?:test|spec)\.tsx?$/.test(file))

/** The files of this workspace that a file has values of: by `import` and `export`, but for types alone. */
function importsOf(file: string): string[] {
  const statements = readFileSync(join(workspace, file), 'utf8')
    .matchAll(/^(?:import|export)\s+(?!type\s)(?:([^'"]*?)\s*from\s*)?['"](\.[^'"]+)['"]/gm)
  return [...statements].filter(([, names = '']) => !isOfTypes(names)).map(([, , path = '']) => join(dirname(file), path))
}

/** Whether each name in the braces is one of a type: `{ type A, type B }`. */
const isOfTypes = (names: string): boolean =>
  /^\{.*\}$/s.test(names)
  && names.slice(1, -1).split(',').map((name) => name.trim()).every((name) => name === '' || name.startsWith('type '))

it('no file has values of itself, by others, but where the field is so', () => {
  const circles = circlesOf(new Map(sources.map((file) => [file, importsOf(file)])))
  expect(circles.map((files) => files.sort()).sort()).toEqual(KNOWN.map(([, files]) => [...files].sort()).sort())
})

it.each<[string, Record<string, string[]>, string[][]]>([
  ['nothing', {}, []],
  ['a line', { a: ['b'], b: ['c'] }, []],
  ['a diamond', { a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  ['a pair', { a: ['b'], b: ['a'] }, [['a', 'b']]],
  ['two that touch as one', { a: ['b'], b: ['a', 'c'], c: ['b'] }, [['a', 'b', 'c']]],
  ['two that do not', { a: ['b'], b: ['a', 'c'], c: ['d'], d: ['c'] }, [['a', 'b'], ['c', 'd']]],
])('finds the circles in %s', (_, graph, circles) => {
  expect(circlesOf(new Map(Object.entries(graph))).map((nodes) => nodes.sort()).sort()).toEqual(circles)
})

/** A service's room: its operations, its types and what they work on. In `local-iot`, the operations of the one service that it is. */
const SERVICE = /^(packages\/local-cloud\/src\/services\/[\w-]+|packages\/local-iot\/src\/operations)\//

/** What a package or program begins with stands above its folders, whose files it needs and which do not need it. */
const ENTRY = /^(?:apps|packages|tools)\/[\w-]+\/src\/(?:index|main)\.tsx?$/

/** The folder of a file; a service's room is one. A suite that adapters share is a test. */
const folderOf = (file: string): string => (ENTRY.test(file) ? file : SERVICE.exec(file)?.[1] ?? dirname(file))

it('no folder needs itself by others, types included', () => {
  const needs = new Map<string, Set<string>>()
  for (const file of sources.filter((source) => !source.endsWith('-suite.ts'))) {
    const own = folderOf(file)
    const others = needs.get(own) ?? new Set<string>()
    needs.set(own, others)
    for (const [, path = ''] of readFileSync(join(workspace, file), 'utf8').matchAll(/^(?:import|export)\s[^'"]*?from\s*'(\.[^']+)'/gm)) {
      const other = folderOf(join(dirname(file), path))
      if (other !== own) others.add(other)
    }
  }
  const circles = circlesOf(new Map([...needs].map(([folder, others]) => [folder, [...others]])))
  expect(circles.map((folders) => folders.sort()).sort()).toEqual([])
})
