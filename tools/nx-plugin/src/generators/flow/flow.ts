import type { Tree } from '@nx/devkit'
import { addItem, addLine, namesOf, writeNew } from '../../edit.ts'

const FLOWS = 'packages/flows/src'
const INGEST = 'apps/ingest/src'

/** `nx g @keg/nx-plugin:flow <name> [--message <name>]`: the flow, its place on the map, and the handler that empties its queue. */
export default function flow(tree: Tree, options: { readonly name: string; readonly message?: string }): void {
  const { file, camel } = namesOf(options.name)
  const message = namesOf(options.message ?? options.name).camel
  writeNew(tree, `${FLOWS}/${file}.ts`, source(options.name, message))
  addLine(tree, `${FLOWS}/index.ts`, `import { ${camel}Flow } from './${file}.ts'`, /^$/)
  addLine(tree, `${FLOWS}/index.ts`, `export { ${camel}Flow }`, /^$/)
  addItem(tree, `${FLOWS}/index.ts`, 'flows = [', `${camel}Flow`)
  writeNew(tree, `${INGEST}/${file}.ts`, handler(options.name))
}

function source(name: string, message: string): string {
  const { camel, file, snake } = namesOf(name)
  return `import { ${message} } from '@keg/message-schemas/keg'
import { from } from '@keg/rule-dsl'
import { flow, queue } from './flow.ts'

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
  const { camel, file, pascal } = namesOf(name)
  return `import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch'
import type { ${camel}Flow } from '@keg/flows'
import type { RuleOutput } from '@keg/rule-dsl'
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'

const processor = new BatchProcessor(EventType.SQS)

/** The ${file} queue → say where. A record that fails is reported alone. */
export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> =>
  processPartialResponse(event, take${pascal}, processor, { context, throwOnFullBatchFailure: false })

async function take${pascal}({ body }: SQSRecord): Promise<void> {
  // The queue's only writer is the flow's rule.
  const selected = JSON.parse(body) as RuleOutput<typeof ${camel}Flow.rule>
  // Until this handler does something, its messages go to quarantine: nothing is lost meanwhile.
  throw new Error(\`${file} has no handler yet: \${selected.topic}\`)
}
`
}
