import {
  CreateComponentVersionCommand, CreateDeploymentCommand, DescribeComponentCommand, GetDeploymentCommand, ListDeploymentsCommand,
  ResourceNotFoundException, type ComponentDeploymentSpecification, type CreateDeploymentCommandInput, type DescribeComponentResponse,
  type GreengrassV2Client,
} from '@aws-sdk/client-greengrassv2'
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { DeployError, type DeployPlan } from '../deploy-plan.ts'

/** What {@link deployComponent} works with. */
export interface DeployPorts {
  readonly greengrass: Pick<GreengrassV2Client, 'send'>
  readonly s3: Pick<S3Client, 'send'>
  /** Waits before it asks again whether a new version is ready. */
  readonly wait: () => Promise<void>
  readonly log: (line: string) => void
}

const MAX_QUESTIONS = 60

/**
 * Publishes the component's version, unless it is there, and deploys it to the thing group. A version stays as it was published: what
 * devices have checked by its digest does not change under them. The other components of the group's last deployment stay, since one
 * replaces the other.
 */
export async function deployComponent(
  plan: DeployPlan, artifact: Uint8Array, ports: DeployPorts,
): Promise<{ readonly deploymentId: string }> {
  const { greengrass, log } = ports
  const there = await describe(plan, ports)
  if (there === undefined) await publish(plan, artifact, ports)
  else log(`${plan.componentName} ${plan.version} is there already and stays as it is; another version needs another number`)
  await untilDeployable(plan, ports)
  const input = deploymentOf(plan, await lastDeployment(plan, ports))
  const { deploymentId = '' } = await greengrass.send(new CreateDeploymentCommand(input))
  log(`deployment ${deploymentId} to ${plan.targetArn}`)
  return { deploymentId }
}

/** The last call of a deployment: the component with the site's configuration and no other, beside what the group had. */
function deploymentOf(
  { targetArn, deploymentName, componentName, version, configuration }: DeployPlan, last: LastDeployment = {},
): CreateDeploymentCommandInput {
  const own: ComponentDeploymentSpecification = {
    componentVersion: version,
    // Back to the recipe's defaults first: rights of an earlier deployment would stay otherwise.
    configurationUpdate: { reset: [''], merge: JSON.stringify(configuration) },
  }
  return { ...last, targetArn, deploymentName, components: { ...last.components, [componentName]: own } }
}

/** What would be sent to publish and deploy a version that is not there, to a group without a deployment. */
export const callsOf = (plan: DeployPlan, artifact: Uint8Array): object => ({
  PutObject: { Bucket: plan.artifact.bucket, Key: plan.artifact.key, ContentType: 'application/zip', bytes: artifact.length },
  CreateComponentVersion: { inlineRecipe: plan.recipe },
  CreateDeployment: deploymentOf(plan),
})

type LastDeployment = Partial<Pick<CreateDeploymentCommandInput, 'components' | 'deploymentPolicies' | 'iotJobConfiguration'>>

async function publish(
  { componentName, version, artifact: { bucket, key }, recipe }: DeployPlan, artifact: Uint8Array, { s3, greengrass, log }: DeployPorts,
): Promise<void> {
  await s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: artifact, ContentType: 'application/zip' }))
  log(`s3://${bucket}/${key}: ${artifact.length} bytes`)
  await greengrass.send(new CreateComponentVersionCommand({ inlineRecipe: new TextEncoder().encode(JSON.stringify(recipe)) }))
  log(`${componentName} ${version} is being made`)
}

async function untilDeployable(plan: DeployPlan, ports: DeployPorts): Promise<void> {
  for (let question = 0; question < MAX_QUESTIONS; question++) {
    const status = (await describe(plan, ports))?.status
    const { componentState, message = 'no reason given', errors = {} } = status ?? {}
    if (componentState === 'DEPLOYABLE') return
    if (componentState === 'FAILED') throw new DeployError(`${plan.componentArn} failed: ${message} ${JSON.stringify(errors)}`)
    await ports.wait()
  }
  throw new DeployError(`${plan.componentArn} is not deployable yet: see it in the console, and run this again with the same version`)
}

async function describe({ componentArn }: DeployPlan, { greengrass }: DeployPorts): Promise<DescribeComponentResponse | undefined> {
  try {
    return await greengrass.send(new DescribeComponentCommand({ arn: componentArn }))
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

async function lastDeployment({ targetArn }: DeployPlan, { greengrass }: DeployPorts): Promise<LastDeployment> {
  const { deployments = [] } = await greengrass.send(new ListDeploymentsCommand({ targetArn, historyFilter: 'LATEST_ONLY', maxResults: 1 }))
  const deploymentId = deployments[0]?.deploymentId
  if (deploymentId === undefined) return {}
  const { components, deploymentPolicies, iotJobConfiguration } = await greengrass.send(new GetDeploymentCommand({ deploymentId }))
  return {
    ...(components === undefined ? {} : { components }), ...(deploymentPolicies === undefined ? {} : { deploymentPolicies }),
    ...(iotJobConfiguration === undefined ? {} : { iotJobConfiguration }),
  }
}
