import type { Tree } from '@nx/devkit'
import { addSorted, kebabOf, replaceLine, writeNew } from '../../edit.ts'

const ACTIONS = 'packages/local-iot/src/actions'

/**
 * `nx g @keg/nx-plugin:action kafka`: a rule action that delivers, in a file of its own, in the place of the one that was only checked.
 * Throws for what the service model does not have.
 */
export default function action(tree: Tree, { name }: { readonly name: string }): void {
  const index = tree.read(`${ACTIONS}/index.ts`, 'utf8') ?? ''
  if (!new RegExp(`^ {2}${name}: `, 'm').test(index))
    throw new Error(`AWS IoT has no rule action ${JSON.stringify(name)}: its kinds are those of ${ACTIONS}/index.ts.`)
  const file = kebabOf(name)
  writeNew(tree, `${ACTIONS}/${file}.ts`, source(name))
  writeNew(tree, `packages/local-iot/test/action-${file}.test.ts`, test(name))
  addSorted(tree, `${ACTIONS}/index.ts`, `import { ${name}Action } from './${file}.ts'`, /^import \{ .+ \} from '(\.\/.+)\.ts'$/)
  replaceLine(tree, `${ACTIONS}/index.ts`, new RegExp(`^ {2}${name}: notEmulated\\(.*\\),$`), `  ${name}: ${name}Action,`)
}

function source(name: string): string {
  return `import { action, delivery } from './action.ts'

/** @see https://docs.aws.amazon.com/iot/latest/developerguide/iot-rule-actions.html */
export const ${name}Action = action('${name}', (config, setup) =>
  // Templates are compiled here by \`fields\`, once; the request is what a function or a client is given.
  delivery('${name}', String(setup.isErrorAction), async (input) => ({ config, payload: input.payload })))
`
}

function test(name: string): string {
  return `import { expect, it } from 'vitest'

it('the action ${name} delivers what its page says', () => {
  expect('a rule with it, and what createLocalIot({ actions: { ${name} } }) was given').toBe('seen')
})
`
}
