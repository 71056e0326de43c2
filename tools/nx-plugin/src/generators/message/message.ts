import type { Tree } from '@nx/devkit'
import { addItem, addLine, namesOf, writeNew } from '../../edit.ts'

const KEG = 'packages/message-schemas/src/keg'

/** `nx g @keg/nx-plugin:message <name>`: `src/keg/<name>.ts`, its test, its exports and its place in the registry. */
export default function message(tree: Tree, options: { readonly name: string }): void {
  const { file, camel, pascal } = namesOf(options.name)
  writeNew(tree, `${KEG}/${file}.ts`, source(file, camel, pascal))
  writeNew(tree, `${KEG}/${file}.test.ts`, test(file, camel, pascal))
  addLine(tree, `${KEG}/index.ts`, `import { ${camel} } from './${file}.ts'`, /^$/)
  addLine(tree, `${KEG}/index.ts`, `export { ${camel}, type ${pascal} } from './${file}.ts'`, /^\/\/ Pure, so that/)
  addItem(tree, `${KEG}/index.ts`, 'registry([', camel)
}

const source = (file: string, camel: string, pascal: string) => `import * as z from 'zod'
import { defineMessage, type MessageValue } from '../define-message.ts'
import { envelope } from './envelope.ts'

/**
 * Say here what it tells, and when it is sent.
 *
 * @example ${camel}.topic.format({ siteId: 'berlin', kegId: 'keg-01' })  // 'keg/berlin/keg-01/${file}'
 */
export const ${camel} = defineMessage({
  name: '${file}',
  version: 1,
  topic: 'keg/{siteId}/{kegId}/${file}',
  schema: z.object({
    v: z.literal(1),
    ...envelope,
  }),
})

export type ${pascal} = MessageValue<typeof ${camel}>
`

const test = (file: string, camel: string, pascal: string) => `import { expect, it } from 'vitest'
import { ${camel}, type ${pascal} } from './${file}.ts'

const good: ${pascal} = { v: 1, bootId: 'b-1', seq: 0, takenAtMs: 1_790_000_000_000 }

it('gives back what it encoded', () => {
  expect(${camel}.decode(${camel}.encode(good))).toEqual({ ok: true, value: good })
})

it.each([
  ['another version', { ...good, v: 2 }, 'WRONG_VERSION'],
  ['a missing field', { ...good, takenAtMs: undefined }, 'INVALID'],
])('refuses %s', (_, value, failure) => {
  expect(${camel}.decode(new TextEncoder().encode(JSON.stringify(value)))).toMatchObject({ ok: false, failure })
})
`
