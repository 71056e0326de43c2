import { GreengrassV2Client } from '@aws-sdk/client-greengrassv2'
import { S3Client } from '@aws-sdk/client-s3'
import { readFileSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { artifactFiles, zipFiles } from '../adapters/build-artifact.ts'
import { callsOf, deployComponent } from '../adapters/deploy-component.ts'
import { DeployError, planDeployment } from '../deploy-plan.ts'

// `pnpm nx run gateway:deploy --bucket NAME --thing-group-arn ARN --site site.json [--component-version X.Y.Z] [--component-name NAME]
// [--dry-run]`: publishes the component and deploys it to the core devices of a thing group. `--dry-run` prints what would be sent, and
// sends nothing.

const POLL_MS = 2_000

try {
  await deploy()
} catch (error) {
  console.error(error instanceof DeployError ? error.message : error)
  process.exitCode = error instanceof DeployError ? 2 : 1
}

async function deploy(): Promise<void> {
  const { values } = parseArgs({
    options: {
      bucket: { type: 'string' }, 'thing-group-arn': { type: 'string' }, site: { type: 'string' }, 'component-version': { type: 'string' },
      'component-name': { type: 'string' }, 'dry-run': { type: 'boolean', default: false },
    },
  })
  const {
    bucket, 'thing-group-arn': thingGroupArn, site, 'component-version': version = packageVersion(), 'component-name': componentName,
  } = values
  if (bucket === undefined || thingGroupArn === undefined || site === undefined)
    throw new DeployError('--bucket, --thing-group-arn and --site are needed; see the README of apps/gateway')
  const plan = planDeployment({ componentName, version, bucket, thingGroupArn, site: readJson(site) })
  const artifact = zipFiles(await artifactFiles())
  if (values['dry-run']) return console.log(JSON.stringify(callsOf(plan, artifact), undefined, 2))
  const { region } = plan
  await deployComponent(plan, artifact, {
    greengrass: new GreengrassV2Client({ region }), s3: new S3Client({ region }), wait: () => delay(POLL_MS),
    log: (line) => console.log(line),
  })
}

function packageVersion(): string {
  const file = fileURLToPath(new URL('../../../package.json', import.meta.url))
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new DeployError(`--site ${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}
