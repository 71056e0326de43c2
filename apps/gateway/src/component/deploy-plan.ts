import * as z from 'zod'
import { greengrassConfig } from '../config/config.ts'
import { componentAccess } from './access-control.ts'
import { artifactKey, COMPONENT_NAME, gatewayRecipe } from './recipe.ts'
import { recipeSchema, type Recipe } from './recipe-schema.ts'

/** What a person says of a deployment. */
export interface DeployRequest {
  readonly componentName?: string | undefined
  readonly version: string
  readonly bucket: string
  /** The thing group of the site's core device; it says region and account, too. */
  readonly thingGroupArn: string
  /** The site's configuration, as the component reads it; its `gatewayId` is the core device's thing. */
  readonly site: unknown
}

/** What is to be on AWS when it is done. */
export interface DeployPlan {
  readonly region: string
  readonly componentArn: string
  readonly componentName: string
  readonly version: string
  readonly artifact: { readonly bucket: string; readonly key: string }
  readonly recipe: Recipe
  readonly targetArn: string
  readonly deploymentName: string
  /** What the deployment merges into the component's configuration. */
  readonly configuration: object
}

/** A deployment that makes no sense, in words for who asked for it. */
export class DeployError extends Error {
  override readonly name = 'DeployError'
}

const GROUP_ARN = /^arn:(aws[\w-]*):iot:([a-z0-9-]+):(\d{12}):thinggroup\/([\w:-]{1,128})$/
// The rights are exact: they name the gateway.
const siteConfig = greengrassConfig.required({ gatewayId: true })

/** Checks what is asked for. Throws {@link DeployError}. */
export function planDeployment({ componentName = COMPONENT_NAME, version, bucket, thingGroupArn, site }: DeployRequest): DeployPlan {
  const [, partition, region, account, group] = GROUP_ARN.exec(thingGroupArn) ?? []
  if (partition === undefined || region === undefined || account === undefined || group === undefined) {
    throw new DeployError(`--thing-group-arn is arn:aws:iot:REGION:ACCOUNT:thinggroup/NAME, got ${thingGroupArn}`)
  }
  const checked = siteConfig.safeParse(site)
  if (!checked.success) throw new DeployError(`The site's configuration can't be used: ${z.prettifyError(checked.error)}`)
  const recipe = recipeSchema.safeParse(gatewayRecipe({ name: componentName, version, bucket }))
  if (!recipe.success) throw new DeployError(`The recipe can't be used: ${z.prettifyError(recipe.error)}`)
  const { siteId, gatewayId, cloud } = checked.data
  return {
    region, componentName, version, recipe: recipe.data, targetArn: thingGroupArn, deploymentName: `keg-gateway ${version} to ${group}`,
    componentArn: `arn:${partition}:greengrass:${region}:${account}:components:${componentName}:versions:${version}`,
    artifact: { bucket, key: artifactKey({ name: componentName, version }) },
    configuration: { ...checked.data, accessControl: componentAccess({ siteId, gatewayId, batchRule: cloud.batchRule }) },
  }
}
