import type { Tree } from '@nx/devkit'
import { addItem, addLine, itemsOf, namesOf, writeNew } from '../../edit.ts'

const FLOWS = 'packages/flows/src'
const INGEST = 'apps/ingest/src'
const MESSAGES = 'packages/message-schemas/src/keg/index.ts'

/**
 * `nx g @keg/nx-plugin:flow <name> [--message <name>]`: the flow, its place on the map, and the handler that empties its queue. Throws for
 * a message that is not there.
 */
export default function flow(tree: Tree, options: { readonly name: string; readonly message?: string }): void {
  const { file, camel } = namesOf(options.name)
  const message = messageOf(tree, options.message ?? options.name)
  writeNew(tree, `${FLOWS}/${file}.ts`, source(options.name, message))
  addLine(tree, `${FLOWS}/index.ts`, `import { ${camel}Flow } from './${file}.ts'`, /^$/)
  addLine(tree, `${FLOWS}/index.ts`, `export { ${camel}Flow }`, /^$/)
  addItem(tree, `${FLOWS}/index.ts`, 'flows = [', `${camel}Flow`)
  writeNew(tree, `${INGEST}/${file}.ts`, handler(options.name))
}

/** What a message is called in the sources. Nothing is written for one that nobody has defined, which would not compile. */
function messageOf(tree: Tree, name: string): string {
  const { file, camel } = namesOf(name)
  const messages = itemsOf(tree, MESSAGES, 'registry([')
  if (messages.includes(camel)) return camel
  const names = messages.map((each) => each.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
  throw new Error(`There is no message ${file}. Name another by --message, or add it first by nx g @keg/nx-plugin:message ${file}. There are ${names.join(', ')}.`)
}

function source(name: string, message: string): string {
  const { camel, file, snake } = namesOf(name)
  return `import { ${message} } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { queue } from './actions.ts'
import { flow } from './flow.ts'

/** Say here what goes where, and why. */
export const ${camel}Flow = flow({
  name: '${snake}',
  description: 'Every ${message}, as it came',
  rule: from(${message}).select((m, fn) => ({
    payload: fn.encode(m, 'base64'),
    topic: fn.topic(),
    clientId: fn.clientid(),
    receivedAtMs: fn.timestamp(),
  })),
  actions: [queue('${file}')],
})
`
}

function handler(name: string): string {
  const { file } = namesOf(name)
  return `import { storeFromEnvironment } from '@keg/store/environment'
import { queueHandler } from './queue-handler.ts'

/** The ${file} queue → say where. Answer \`{ done: true }\` for what is done: a replay closes its entry of the quarantine then. */
export const handler = queueHandler({
  serviceName: 'ingest-${file}',
  store: storeFromEnvironment(),
  // Until this handler does something, its messages go to quarantine, from where they can be replayed: nothing is lost meanwhile.
  take: (message) => Promise.reject(new Error(\`${file} has no handler yet: \${message.topic}\`)),
})
`
}
