import type { Recipe } from './recipe-schema.ts'

/** The component's name, unless a deployment gives it another. */
export const COMPONENT_NAME = 'com.example.KegGateway'
/** The artifact, and the folder that the nucleus unpacks it into, without `.zip`. */
export const ARTIFACT = 'keg-gateway.zip'
const FOLDER = ARTIFACT.replace(/\.zip$/, '')

/** What {@link gatewayRecipe} takes. */
export interface RecipeOptions {
  readonly name?: string
  readonly version: string
  /** The bucket that the artifact is in. */
  readonly bucket: string
}

/** Where an artifact is in its bucket. */
export const artifactKey = ({ name = COMPONENT_NAME, version }: Omit<RecipeOptions, 'bucket'>): string => `${name}/${version}/${ARTIFACT}`

/**
 * The recipe of the gateway, the same for every site: a deployment says the site, and with it the topics that its `accessControl` allows.
 * As it stands it allows none.
 *
 * @see https://docs.aws.amazon.com/greengrass/v2/developerguide/component-recipe-reference.html
 */
export function gatewayRecipe({ name = COMPONENT_NAME, version, bucket }: RecipeOptions): Recipe {
  // Its young objects are few, and a thousand kegs' connections are what takes memory. The nucleus names architectures its own way. One
  // artifact has the binaries of both.
  const manifest = (architecture: string) => ({
    Platform: { os: 'linux', architecture },
    Lifecycle: { Run: { Script: `exec node --max-semi-space-size=1 --disable-warning=ExperimentalWarning {artifacts:decompressedPath}/${FOLDER}/main.cjs --host greengrass` } },
    Artifacts: [{
      URI: `s3://${bucket}/${artifactKey({ name, version })}`, Unarchive: 'ZIP' as const,
      Permission: { Read: 'OWNER' as const, Execute: 'NONE' as const },
    }],
  })
  return {
    RecipeFormatVersion: '2020-01-25',
    ComponentName: name,
    ComponentVersion: version,
    ComponentDescription: 'Takes the kegs of a site in, works while the line is down, and loses nothing',
    ComponentPublisher: 'Keg',
    ComponentConfiguration: { DefaultConfiguration: { accessControl: {} } },
    // Wildcards of MQTT in accessControl need 2.6.
    ComponentDependencies: { 'aws.greengrass.Nucleus': { VersionRequirement: '>=2.6.0 <3.0.0', DependencyType: 'SOFT' } },
    Manifests: [manifest('amd64'), manifest('aarch64')],
  }
}
