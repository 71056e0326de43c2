import { usesRole } from './event-invoke-config.ts'
import {
  ignored, list, map, matching, number, object, oneOf, refused, required, text, type PropertiesOf, type PropertyTable,
} from '../../../ground/property.ts'
import { replacement, resource, type CreatedResource, type ResourceContext } from '../../../ground/resource.ts'
import type { Used } from '../../../ground/service-name.ts'
import { tags } from '../../../ground/tags.ts'
import { iam } from '../../iam/name.ts'
import { lambda } from '../name.ts'
import { unpackCode } from '../unpack-code.ts'

type Context = ResourceContext<Used<{ lambda: typeof lambda; iam: typeof iam }>>

const functionProperties = {
  FunctionName: text,
  Code: required(object({
    S3Bucket: ignored('the code is taken from the assembly'),
    S3Key: text,
    S3ObjectVersion: refused('only the code in the assembly can be run'),
    ZipFile: text,
    ImageUri: refused('container images are not run'),
    SourceKMSKeyArn: ignored('nothing is encrypted on this machine'),
  })),
  Handler: text,
  Runtime: matching(/^nodejs\d+\.x$/, 'a Node.js runtime'),
  Role: required(text),
  Environment: object({ Variables: map(text) }),
  Timeout: number,
  MemorySize: number,
  ReservedConcurrentExecutions: number,
  LoggingConfig: object({
    LogGroup: text,
    LogFormat: oneOf('Text', 'JSON'),
    ApplicationLogLevel: oneOf('TRACE', 'DEBUG', 'INFO', 'WARN', 'ERROR', 'FATAL'),
    SystemLogLevel: oneOf('DEBUG', 'INFO', 'WARN'),
  }),
  PackageType: oneOf('Zip'),
  Layers: list(text),
  FileSystemConfigs: refused('file systems are not mounted'),
  ImageConfig: refused('container images are not run'),
  DeadLetterConfig: object({ TargetArn: matching(/^arn:aws:(?:sqs|sns):/, 'the ARN of a queue or topic') }),
  VpcConfig: ignored('functions reach this machine\'s network as it is'),
  Architectures: ignored('functions run on this machine\'s architecture'),
  EphemeralStorage: ignored('functions share this machine\'s disk'),
  TracingConfig: ignored('there is no X-Ray here'),
  KmsKeyArn: ignored('nothing is encrypted on this machine'),
  RuntimeManagementConfig: ignored('functions run on the Node.js that runs this'),
  SnapStart: ignored('it changes the time of a start alone'),
  RecursiveLoop: ignored('loops are not detected'),
  CodeSigningConfigArn: ignored('code is not signed in an assembly'),
  Description: ignored('it is for people'),
  Tags: tags,
} satisfies PropertyTable

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html */
export const lambdaFunction = resource('AWS::Lambda::Function', {
  uses: { lambda, iam },
  properties: functionProperties,
  create: createFunction,
  update(properties, existing, context) {
    return (properties.FunctionName ?? existing.properties.FunctionName) === existing.properties.FunctionName
      ? createFunction(properties, context)
      : replacement
  },
  remove: ({ ref }, { services }) => services.lambda.remove(ref),
})

/** Also in the place of the one that is there: what it has in flight ends as it began. */
async function createFunction(properties: PropertiesOf<typeof functionProperties>, context: Context): Promise<CreatedResource> {
  const { services: { lambda, iam }, ground, physicalName, arn, constructPath } = context
  const name = properties.FunctionName ?? physicalName(64)
  const functionArn = arn('lambda', `function:${name}`)
  const deadLetterArn = properties.DeadLetterConfig?.TargetArn
  const layerArns = properties.Layers ?? []
  lambda.createFunction({
    name,
    arn: functionArn,
    handler: properties.Handler ?? 'index.handler',
    runtime: properties.Runtime ?? 'nodejs24.x',
    directory: await unpackCode(ground, name, codeOf(properties.Code, context)),
    environment: properties.Environment?.Variables ?? {},
    timeoutSec: properties.Timeout ?? 3,
    memoryMb: properties.MemorySize ?? 128,
    reservedConcurrency: properties.ReservedConcurrentExecutions,
    logGroupName: properties.LoggingConfig?.LogGroup ?? `/aws/lambda/${name}`,
    logging: {
      format: properties.LoggingConfig?.LogFormat ?? 'Text',
      applicationLevel: properties.LoggingConfig?.ApplicationLogLevel ?? 'INFO',
      systemLevel: properties.LoggingConfig?.SystemLogLevel ?? 'INFO',
    },
    roleArn: properties.Role,
    credentials: iam.credentials(properties.Role, name),
    constructPath,
    layerArns,
    layersDirectory: await lambda.layers.unpack(layerArns),
    deadLetterArn,
  })
  if (deadLetterArn !== undefined) usesRole(name, deadLetterArn, context)
  return { ref: name, attributes: { Arn: functionArn } }
}

function codeOf({ S3Key, ZipFile }: { readonly S3Key: string | undefined; readonly ZipFile: string | undefined }, { asset }: Context) {
  if (ZipFile !== undefined) return { inline: ZipFile }
  const found = S3Key === undefined ? undefined : asset(S3Key)
  if (found === undefined) throw new TypeError(`Code.S3Key ${String(S3Key)} is no asset of the assembly`)
  return found
}
