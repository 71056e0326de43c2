import { isRecord } from '@keg/aws-service'
import { CloudError } from '../ground/cloud-error.ts'
import type { FileAsset } from '../ground/file-asset.ts'
import type { Template } from '../ground/template.ts'

/** One stack of a cloud assembly. */
export interface AssemblyStack {
  readonly id: string
  readonly stackName: string
  readonly template: Template
  /** By the object key under which CDK would publish the asset. */
  readonly assets: ReadonlyMap<string, FileAsset>
  /** Ids of the stacks to create before this one. */
  readonly dependencies: readonly string[]
  /** Absent for stacks that are agnostic of their environment. */
  readonly accountId: string | undefined
  readonly region: string | undefined
  readonly parameters: Readonly<Record<string, string>>
  /** The template of a nested stack, by the object key of its asset. Throws `CloudError` `ASSEMBLY_UNREADABLE`. */
  readonly readTemplate: (objectKey: string) => Template
  /** Where in the CDK app each resource was defined, as `Stack/Queue/Resource`, by logical id. */
  readonly constructPaths: ReadonlyMap<string, string>
}

/** Where in the CDK app a resource was defined; its logical id where the assembly does not say. */
export function constructPath({ constructPaths, template }: AssemblyStack, logicalId: string): string {
  const written = template.Resources?.[logicalId]?.Metadata?.['aws:cdk:path']
  return constructPaths.get(logicalId) ?? (typeof written === 'string' ? written : logicalId)
}

/** The text of a file of the assembly, by its path relative to the assembly's directory. */
export type ReadText = (path: string) => string

interface Artifact {
  type: string
  environment?: string
  dependencies?: string[]
  properties?: Record<string, unknown>
  metadata?: Record<string, unknown>
  additionalMetadataFile?: string
}

/**
 * Every stack of a CDK cloud assembly (`cdk.out`), those of stages included, each after the stacks it depends on.
 * Throws `CloudError` `ASSEMBLY_UNREADABLE` where the manifest or a template is missing or malformed.
 * @see https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cloud-assembly-schema/README.md
 */
export function readAssembly(readText: ReadText, directory = ''): AssemblyStack[] {
  const artifacts = artifactsOf(json(readText, `${directory}manifest.json`))
  const stacks = new Map<string, AssemblyStack>()
  const add = (id: string) => {
    const artifact = artifacts[id]
    if (artifact?.type !== 'aws:cloudformation:stack' || stacks.has(id)) return
    for (const dependency of artifact.dependencies ?? []) add(dependency)
    stacks.set(id, readStack(id, artifact, artifacts, readText, directory))
  }
  Object.keys(artifacts).forEach(add)
  const nested = Object.values(artifacts).filter(({ type }) => type === 'cdk:cloud-assembly')
  return [
    ...stacks.values(),
    ...nested.flatMap(({ properties }) => readAssembly(readText, `${directory}${String(properties?.['directoryName'])}/`)),
  ]
}

function readStack(
  id: string, artifact: Artifact, artifacts: Record<string, Artifact>, readText: ReadText, directory: string,
): AssemblyStack {
  const properties = artifact.properties ?? {}
  const [accountId, region] = (artifact.environment ?? '').replace('aws://', '').split('/')
  const dependencies = artifact.dependencies ?? []
  const assets = dependencies.flatMap((dependency) => readAssets(artifacts[dependency], readText, directory))
  const assetsByKey = new Map(assets)
  return {
    id,
    stackName: typeof properties['stackName'] === 'string' ? properties['stackName'] : id,
    template: readTemplate(readText, `${directory}${String(properties['templateFile'])}`),
    assets: assetsByKey,
    readTemplate: (objectKey) => readTemplate(readText, assetsByKey.get(objectKey)?.path ?? objectKey),
    dependencies: dependencies.filter((dependency) => artifacts[dependency]?.type === 'aws:cloudformation:stack'),
    accountId: known(accountId, 'unknown-account'),
    region: known(region, 'unknown-region'),
    parameters: textEntries(properties['parameters']),
    constructPaths: new Map(readConstructPaths(artifact, readText, directory)),
  }
}

function readTemplate(readText: ReadText, path: string): Template {
  const template = json(readText, path)
  if (!isRecord(template['Resources'] ?? {})) throw new CloudError('ASSEMBLY_UNREADABLE', `The template ${path} has no resources.`)
  // CloudFormation's template format, checked as far as it is read.
  return template as Template
}

/** The metadata of an artifact says which construct has which logical id; newer assemblies keep it in a file of its own. */
function readConstructPaths(artifact: Artifact, readText: ReadText, directory: string): [logicalId: string, path: string][] {
  const file = artifact.additionalMetadataFile
  const metadata = { ...artifact.metadata, ...(file === undefined ? {} : json(readText, `${directory}${file}`)) }
  return Object.entries(metadata).flatMap(([path, entries]) =>
    (Array.isArray(entries) ? entries : []).flatMap((entry: unknown): [string, string][] =>
      isRecord(entry) && entry['type'] === 'aws:cdk:logicalId' && typeof entry['data'] === 'string'
        ? [[entry['data'], path.slice(1)]]
        : []))
}

function readAssets(artifact: Artifact | undefined, readText: ReadText, directory: string): [objectKey: string, FileAsset][] {
  if (artifact?.type !== 'cdk:asset-manifest') return []
  const { files } = json(readText, `${directory}${String(artifact.properties?.['file'])}`)
  if (!isRecord(files)) return []
  return Object.values(files).flatMap((file) => {
    if (!isRecord(file) || !isRecord(file['source']) || !isRecord(file['destinations'])) return []
    const { path, packaging } = file['source']
    // Assets made by a command carry no path; they can't be run without running that command.
    if (typeof path !== 'string') return []
    const asset = { path: `${directory}${path}`, packaging: String(packaging) }
    return Object.values(file['destinations']).flatMap((destination): [string, FileAsset][] =>
      isRecord(destination) && typeof destination['objectKey'] === 'string' ? [[destination['objectKey'], asset]] : [])
  })
}

function artifactsOf(manifest: Record<string, unknown>): Record<string, Artifact> {
  const { artifacts } = manifest
  if (artifacts === undefined) return {}
  if (!isRecord(artifacts) || !Object.values(artifacts).every((artifact) => isRecord(artifact) && typeof artifact['type'] === 'string')) {
    throw new CloudError('ASSEMBLY_UNREADABLE', 'manifest.json is no cloud assembly manifest.')
  }
  // Each artifact was just seen to have a type; the other members are checked where they are read.
  return artifacts as unknown as Record<string, Artifact>
}

function json(readText: ReadText, path: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(readText(path))
    if (!isRecord(value)) throw new TypeError('not a JSON object')
    return value
  } catch (cause) {
    throw new CloudError(
      'ASSEMBLY_UNREADABLE',
      `Can't read ${path} of the cloud assembly: ${cause instanceof Error ? cause.message : String(cause)}`,
      { cause },
    )
  }
}

function known(text: string | undefined, unknown: string): string | undefined {
  return text === undefined || text === '' || text === unknown ? undefined : text
}

function textEntries(value: unknown): Record<string, string> {
  return isRecord(value) ? Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, String(entry)])) : {}
}
