import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { kegApp } from './stacks/keg-app.ts'
import { writeAssembly } from './write-assembly.ts'

// `nx run infra:synth`: writes the cloud assembly to apps/infra/cdk.out, for AWS and for this machine alike.
// The CDK's own command says by CDK_OUTDIR where it will look for it, and hands the context on in a variable of its own.
const own = fileURLToPath(new URL('../cdk.out', import.meta.url))
const { CDK_OUTDIR: outdir } = process.env

// CDK keeps the stack of a rule's acknowledgement in the assembly, whatever its context says of stacks: it is another on another machine.
Error.stackTraceLimit = 0

try {
  // There is no short form: nx takes `-c` for its own, and would leave it out without a word.
  const { values } = parseArgs({ options: { context: { type: 'string', multiple: true, default: [] } } })
  const context = Object.fromEntries(values.context.map((assignment) => {
    const [name = '', ...value] = assignment.split('=')
    return [name, value.join('=')]
  }))
  writeAssembly({ folder: outdir ?? own, inPlace: outdir !== undefined }, (folder) => void kegApp({ outdir: folder, context }).synth())
} catch (error) {
  // What is refused is told with its place; where in the sources that was is of no use.
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
