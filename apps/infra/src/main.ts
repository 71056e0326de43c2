import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { kegApp } from './keg-app.ts'

// `nx run infra:synth`: writes the cloud assembly to apps/infra/cdk.out, for AWS and for this machine alike.
// The CDK's own command says by CDK_OUTDIR where it will look for it, and hands the context on in a variable of its own.
const { values } = parseArgs({ options: { context: { type: 'string', short: 'c', multiple: true, default: [] } } })
const context = Object.fromEntries(values.context.map((assignment) => {
  const [name = '', ...value] = assignment.split('=')
  return [name, value.join('=')]
}))
const outdir = process.env['CDK_OUTDIR'] ?? fileURLToPath(new URL('../cdk.out', import.meta.url))
kegApp({ outdir, context }).synth()
