import type { Lambda } from './lambda.ts'
import type {
  FunctionConfiguration, FunctionEventInvokeConfig, GetFunctionUrlConfigResponse, GetPolicyResponse,
} from './model.generated.ts'

type Entry = ReturnType<Lambda['entry']>

/** A function as the API tells of it; `$LATEST` is in its ARN only where versions are listed. */
export function describedConfiguration({ definition, createdMs }: Entry, listed = false): FunctionConfiguration {
  const { name, arn, version = '$LATEST', layerArns = [], deadLetterArn } = definition
  return {
    FunctionName: name,
    FunctionArn: listed && version === '$LATEST' ? `${arn}:$LATEST` : arn,
    Version: version,
    Runtime: definition.runtime,
    Handler: definition.handler,
    Role: definition.roleArn,
    Timeout: definition.timeoutSec,
    MemorySize: definition.memoryMb,
    Description: '',
    LastModified: new Date(createdMs).toISOString().replace('Z', '+0000'),
    State: 'Active',
    LastUpdateStatus: 'Successful',
    PackageType: 'Zip',
    ...(Object.keys(definition.environment).length === 0 ? {} : { Environment: { Variables: definition.environment } }),
    ...(layerArns.length === 0 ? {} : { Layers: layerArns.map((Arn) => ({ Arn })) }),
    ...(deadLetterArn === undefined ? {} : { DeadLetterConfig: { TargetArn: deadLetterArn } }),
    LoggingConfig: { LogFormat: 'Text', LogGroup: definition.logGroupName },
  }
}

/** An alias as the API tells of it. */
export function describedAlias({ definition: { arn, version = '$LATEST' } }: Entry) {
  return { AliasArn: arn, Name: arn.split(':').at(-1), FunctionVersion: version, Description: '' }
}

/** The function's resource policy; `undefined` where nobody has a permission. */
export function describedPolicy({ definition, permissions }: Entry): GetPolicyResponse | undefined {
  if (permissions.size === 0) return undefined
  const Statement = [...permissions.values()].map(({ principal, sourceArn }, index) => ({
    Sid: `statement-${index + 1}`,
    Effect: 'Allow',
    Principal: principal === '*' ? '*' : principal.includes('.') ? { Service: principal } : { AWS: principal },
    Action: 'lambda:InvokeFunction',
    Resource: definition.arn,
    ...(sourceArn === undefined ? {} : { Condition: { ArnLike: { 'AWS:SourceArn': sourceArn } } }),
  }))
  return { Policy: JSON.stringify({ Version: '2012-10-17', Id: 'default', Statement }) }
}

/** The function's address; `undefined` where it has none. */
export function describedUrl({ definition, url, createdMs }: Entry): GetFunctionUrlConfigResponse | undefined {
  if (url === undefined) return undefined
  const time = new Date(createdMs).toISOString()
  return {
    FunctionUrl: url.url, FunctionArn: definition.arn, AuthType: url.authType, InvokeMode: 'BUFFERED',
    CreationTime: time, LastModifiedTime: time,
    ...(url.cors === undefined ? {} : { Cors: url.cors }),
  }
}

/** What becomes of asynchronous invocations; `undefined` where nothing is said of it. */
export function describedInvokeConfig(
  { definition: { arn, name }, invokeConfig: config, createdMs }: Entry,
): FunctionEventInvokeConfig | undefined {
  if (config === undefined) return undefined
  const { onSuccess, onFailure } = config
  return {
    FunctionArn: arn.endsWith(`:${name}`) ? `${arn}:$LATEST` : arn,
    LastModified: new Date(createdMs),
    MaximumRetryAttempts: config.retriesMax ?? 2,
    ...(config.ageMaxMs === undefined ? {} : { MaximumEventAgeInSeconds: config.ageMaxMs / 1000 }),
    DestinationConfig: {
      OnSuccess: onSuccess === undefined ? {} : { Destination: onSuccess },
      OnFailure: onFailure === undefined ? {} : { Destination: onFailure },
    },
  }
}
