import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, type NodejsFunctionProps } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'

/** What a {@link HandlerFunction} takes; all else of `NodejsFunction` is set for you and can be overridden. */
export interface HandlerFunctionProps extends NodejsFunctionProps {
  /** The TypeScript file that exports `handler`. */
  readonly entry: string
}

/**
 * A Lambda function bundled from one TypeScript file: the SDK in the bundle (so what is tested is what runs), workspace
 * packages from their source, a log group that is kept for a month, 256 MB and 10 s.
 */
export class HandlerFunction extends NodejsFunction {
  constructor(scope: Construct, id: string, { bundling, ...props }: HandlerFunctionProps) {
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(10),
      loggingFormat: LoggingFormat.JSON,
      // The id of a scope is unique in its parent, so each function has a log group, and a role, of its own.
      logGroup: new LogGroup(scope, `${id}Logs`, { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY }),
      ...props,
      bundling: { minify: true, sourceMap: true, bundleAwsSDK: true, esbuildArgs: { '--conditions': '@keg/source' }, ...bundling },
    })
  }
}
