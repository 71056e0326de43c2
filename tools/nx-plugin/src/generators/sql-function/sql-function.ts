import type { Tree } from '@nx/devkit'
import { addLine, addSorted, writeNew } from '../../edit.ts'

const FUNCTIONS = 'packages/rule-dsl/src/functions'

/**
 * `nx g @keg/nx-plugin:sql-function cbrt`: a function of the language in a file of its own, its lines among the others, and a test that
 * fails until it is written.
 */
export default function sqlFunction(tree: Tree, { name }: { readonly name: string }): void {
  if (!/^[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a function like regexp_matches.`)
  const file = name.replaceAll('_', '-')
  const camel = `${file.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())}Functions`
  writeNew(tree, `${FUNCTIONS}/${file}.ts`, source(name, camel))
  writeNew(tree, `${FUNCTIONS}/${file}.test.ts`, test(name))
  addSorted(tree, `${FUNCTIONS}/index.ts`, `import { ${camel} } from './${file}.ts'`, /^import \{ \w+Functions \} from '(\.\/.+)\.ts'$/)
  addSorted(tree, `${FUNCTIONS}/index.ts`, `  ...${camel},`, /^ {2}\.\.\.(\w+Functions),$/)
  addLine(tree, `${FUNCTIONS}/catalog.ts`, `  // ${name} is not among these yet: with its arguments, by AWS's page.`, /^const rows = /)
}

function source(name: string, camel: string): string {
  return `import { decimal, fn } from './signature.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-sql-functions.html */
export const ${camel} = {
  ${name}: fn([decimal], () => undefined),
}
`
}

function test(name: string): string {
  return `import { expect, it } from 'vitest'
import { compileRule, parseRule } from '../index.ts'

it('${name} answers', () => {
  const rule = compileRule(parseRule("SELECT ${name}(1) AS answer FROM 'a'"))
  // The page's own example; then its cases go to conformance/.
  expect(rule.evaluate({ topic: 'a', payload: '{}' }, {})).toEqual({ kind: 'matched', output: { answer: 'what the page says' } })
})
`
}
