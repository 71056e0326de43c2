import { Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, type NodejsFunctionProps } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { basename, extname } from 'node:path'
import { bundledCode, type HandlerBundling } from './bundled-code.ts'
import type { HandlerGrant } from './handler-grant.ts'

/** How much the logger of Powertools writes. */
export type HandlerLogLevel = 'TRACE' | 'DEBUG' | 'INFO' | 'WARN' | 'ERROR' | 'CRITICAL' | 'SILENT'

/** What a {@link HandlerFunction} takes; all else of `NodejsFunction` is set for you and can be overridden. */
export interface HandlerFunctionProps
  extends Omit<NodejsFunctionProps, 'entry' | 'code' | 'bundling' | 'depsLockFilePath' | 'projectRoot'> {
    /** The TypeScript file that exports `handler`. */
    readonly entry: string
    /** @default - one minified CommonJS file with all that the handler imports, the SDK included */
    readonly bundling?: HandlerBundling
    /**
     * The name under which Powertools logs, measures and traces.
     *
     * @default - the entry's name: `list-kegs` for `src/list-kegs.ts`
     */
    readonly serviceName?: string
    /** @default 'INFO' */
    readonly logLevel?: HandlerLogLevel
    /**
     * What the function may do beyond logging, and the variables it is told by: see `readsStore`, `onThings`.
     *
     * @default - nothing
     */
    readonly grants?: readonly HandlerGrant[]
  }

/**
 * A Lambda function bundled from one TypeScript file: the SDK in the bundle (so what is tested is what runs), workspace packages from their
 * source, Node 24 on arm64, 256 MB and 10 s, a log group that is kept for a month, a role that may write to that alone. X-Ray is off.
 *
 * @example
 * new HandlerFunction(this, 'Hello', { entry: 'src/hello.ts' })
 * @see https://docs.aws.amazon.com/lambda/latest/dg/lambda-nodejs.html
 */
export class HandlerFunction extends NodejsFunction {
  constructor(
    scope: Construct,
    id: string,
    { entry, bundling, serviceName, logLevel = 'INFO', grants = [], handler = 'handler', environment, ...props }: HandlerFunctionProps,
  ) {
    const { code, problems } = bundledCode(entry, bundling)
    // Beside the function, since it asks for them before it is there; the dot keeps them apart from a function that is called `HelloLogs`.
    const own = props.logGroup === undefined
      ? new LogGroup(scope, `${id}.Logs`, { retention: RetentionDays.ONE_MONTH, removalPolicy: RemovalPolicy.DESTROY })
      : undefined
    // In a VPC, the function's own role gets what it needs there from CDK.
    const role = props.role
      ?? (props.vpc === undefined ? new Role(scope, `${id}.Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }) : undefined)
    super(scope, id, {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: 256,
      timeout: Duration.seconds(10),
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.DISABLED,
      ...props,
      ...(role === undefined ? {} : { role }),
      ...(own === undefined ? {} : { logGroup: own }),
      code,
      handler: `index.${handler}`,
      environment: {
        POWERTOOLS_SERVICE_NAME: serviceName ?? basename(entry, extname(entry)), POWERTOOLS_LOG_LEVEL: logLevel, ...environment,
      },
    })
    if (props.role === undefined) this.logGroup.grantWrite(this)
    for (const grant of grants) grant(this)
    this.node.addValidation({ validate: () => [...problems] })
  }
}
