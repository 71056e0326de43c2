import { delimiter, join } from 'node:path'
import type { LambdaFunction } from './lambda-function.ts'

/**
 * The environment of a function's process: the template's variables and Lambda's own, and nothing of the parent's,
 * so that a function sees neither this machine's AWS credentials nor a variable that AWS would not have.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime
 */
export function functionEnvironment(
  definition: LambdaFunction, { region, endpoint }: { region: string; endpoint: string },
): Record<string, string> {
  return {
    ...definition.environment,
    _HANDLER: definition.handler,
    LAMBDA_TASK_ROOT: definition.directory,
    // Not the developer's: SDK clients read ~/.aws there.
    HOME: definition.directory,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    ...layerEnvironment(definition),
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: definition.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: definition.credentials.secretAccessKey,
    AWS_EXECUTION_ENV: `AWS_Lambda_${definition.runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: definition.name,
    AWS_LAMBDA_FUNCTION_VERSION: definition.version ?? '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(definition.memoryMb),
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_LAMBDA_LOG_GROUP_NAME: definition.logGroupName,
    ...(definition.logging?.format === 'JSON'
      ? { AWS_LAMBDA_LOG_FORMAT: 'JSON', AWS_LAMBDA_LOG_LEVEL: definition.logging.applicationLevel }
      : {}),
  }
}

/**
 * Where Lambda's runtime looks for what layers bring.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html#packaging-layers-paths
 */
function layerEnvironment({ layersDirectory: opt, runtime, environment }: LambdaFunction): Record<string, string> {
  if (opt === undefined) return {}
  const modules = [
    join(opt, 'nodejs', runtime.replace('nodejs', 'node').replace('.x', ''), 'node_modules'), join(opt, 'nodejs', 'node_modules'),
  ]
  const own = environment['NODE_PATH']
  return {
    NODE_PATH: [...(own === undefined ? [] : [own]), ...modules].join(delimiter),
    PATH: ['/usr/local/bin', '/usr/bin', '/bin', join(opt, 'bin')].join(delimiter),
    LD_LIBRARY_PATH: join(opt, 'lib'),
  }
}
