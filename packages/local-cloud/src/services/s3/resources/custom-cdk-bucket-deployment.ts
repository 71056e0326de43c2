import { isRecord } from '@keg/aws-service'
import { flag, ignored, json, list, map, refused, required, text, type Kind, type PropertiesOf } from '../../../ground/property.ts'
import { resource, type ResourceContext } from '../../../ground/resource.ts'
import { deployFiles, removeFiles, type DeploymentObjects } from '../bucket-deployment.ts'
import type { Markers } from '../markers.ts'
import { s3 } from '../name.ts'
import { objectsOf } from '../objects.ts'
import type { S3 } from '../s3.ts'

const texts = list(text)
/** An archive that is kept as it is would have to be made. */
const extracted: Kind<undefined> = {
  read(value, at, report) {
    if (value === false || value === 'false') report(at, 'an archive is always unpacked here')
    return undefined
  },
}

const properties = {
  ServiceToken: ignored('it is done here'),
  SourceBucketNames: ignored('sources are taken from the assembly'),
  SourceObjectKeys: required(texts),
  SourceMarkers: list(json),
  SourceMarkersConfig: list(json),
  DestinationBucketName: required(text),
  DestinationBucketKeyPrefix: text,
  DestinationBucketArn: text,
  WaitForDistributionInvalidation: ignored('nothing is cached on this machine'),
  DistributionId: ignored('nothing is cached on this machine'),
  DistributionPaths: ignored('nothing is cached on this machine'),
  RetainOnDelete: flag,
  Extract: extracted,
  Prune: flag,
  Exclude: texts,
  Include: texts,
  UserMetadata: map(text),
  SystemMetadata: map(text),
  SignContent: ignored('nobody is in between'),
  OutputObjectKeys: ignored('they are answered in any case'),
  OutputObjectVersionIds: refused('an object has its last version alone'),
}

type Properties = PropertiesOf<typeof properties>
type Context = ResourceContext<{ readonly s3: S3 }>

/** What CDK's `BucketDeployment` makes; done here without the function that CDK brings for it, which is in Python. */
export const customCdkBucketDeployment = resource('Custom::CDKBucketDeployment', {
  uses: { s3 },
  properties,
  async create(wanted, context) {
    await deploy(wanted, context)
    return made(`aws.cdk.s3deployment.${context.physicalName()}`, wanted)
  },
  async update(wanted, { ref, properties: before }, context) {
    const moved = wanted.DestinationBucketName !== before.DestinationBucketName || prefixOf(wanted) !== prefixOf(before)
    if (moved && wanted.RetainOnDelete === false) await removeFiles(before.DestinationBucketName, prefixOf(before), objects(context))
    await deploy(wanted, context)
    return made(ref, wanted)
  },
  async remove({ properties: wanted }, context) {
    if (wanted.RetainOnDelete === false) await removeFiles(wanted.DestinationBucketName, prefixOf(wanted), objects(context))
  },
  // The bucket has the objects.
  restore: () => undefined,
})

const made = (ref: string, { DestinationBucketArn, SourceObjectKeys }: Properties) => ({
  ref, attributes: { DestinationBucketArn: DestinationBucketArn ?? '', SourceObjectKeys: SourceObjectKeys.join(',') },
})

const prefixOf = ({ DestinationBucketKeyPrefix }: Pick<Properties, 'DestinationBucketKeyPrefix'>): string => DestinationBucketKeyPrefix ?? ''

function deploy(
  { SourceObjectKeys, SourceMarkers, SourceMarkersConfig, Exclude, Include, Prune, SystemMetadata, UserMetadata, ...wanted }: Properties,
  context: Context,
): Promise<void> {
  const sources = SourceObjectKeys.map((objectKey, index) => {
    const found = context.asset(objectKey)
    if (found === undefined) throw new TypeError(`SourceObjectKeys ${objectKey} is no asset of the assembly`)
    return { path: context.ground.assetPath(found.path), markers: markersOf(SourceMarkers?.[index], SourceMarkersConfig?.[index]) }
  })
  return deployFiles({
    bucket: wanted.DestinationBucketName, prefix: prefixOf(wanted), sources, exclude: Exclude ?? [], include: Include ?? [],
    prune: Prune !== false, headers: { ...systemHeaders(SystemMetadata), ...userHeaders(UserMetadata) },
  }, objects(context))
}

function markersOf(values: unknown, config: unknown): Markers {
  const { jsonEscape, markerEncodings } = isRecord(config) ? config : {}
  return {
    values: isRecord(values) ? values : {}, jsonEscape: jsonEscape === true || jsonEscape === 'true',
    ...(isRecord(markerEncodings)
      ? { encodings: Object.fromEntries(Object.entries(markerEncodings).map(([marker, encoding]) => [marker, String(encoding)])) }
      : {}),
  }
}

/** Options of the `aws` command that are headers of objects; of the others, S3 here knows nothing. */
const HEADERS = new Set(['cache-control', 'content-disposition', 'content-encoding', 'content-language', 'content-type', 'expires'])
const systemHeaders = (metadata: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [name.toLowerCase(), value]).filter(([name = '']) => HEADERS.has(name)))
const userHeaders = (metadata: Readonly<Record<string, string>> = {}) =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-amz-meta-${name.toLowerCase()}`, value]))

const objects = ({ services }: Context): DeploymentObjects => objectsOf(() => Promise.resolve(services.s3))
