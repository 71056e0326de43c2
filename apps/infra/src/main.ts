import { App } from 'aws-cdk-lib'
import { fileURLToPath } from 'node:url'
import { KegStack } from './keg-stack.ts'

// `nx run infra:synth`: writes the cloud assembly to apps/infra/cdk.out, for AWS and for this machine alike.
// The CDK's own command says by CDK_OUTDIR where it will look for it.
const outdir = process.env['CDK_OUTDIR'] ?? fileURLToPath(new URL('../cdk.out', import.meta.url))
const app = new App({ outdir, analyticsReporting: false })
const stage: unknown = app.node.tryGetContext('stage')
new KegStack(app, 'Keg', { stage: typeof stage === 'string' ? stage : 'dev' })
app.synth()
