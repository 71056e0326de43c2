import type { LocalIot, LocalIotOptions } from '@keg/local-iot'
import type { CloudLogEntry } from './cloud-log-entry.ts'
import type { Change } from './change.ts'
import type { RunningDistribution } from './running-distribution.ts'

/** Options of `runAssembly`. */
export interface RunOptions {
  /** Values of template parameters, for every stack that has them. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Default: the stacks' own where they name one, else `us-east-1`. */
  readonly region?: string
  /** Default: the stacks' own where they name one, else `123456789012`. */
  readonly accountId?: string
  /** Preferred port of the endpoint. Absent, or the port is taken: any free port. */
  readonly port?: number
  /**
   * More host names that the endpoint answers to, for example `host.docker.internal`; pages from these hosts count as pages of this
   * machine.
   * Default: only `localhost`, `*.localhost` and the loopback addresses.
   */
  readonly hosts?: readonly string[]
  /**
   * Options of AWS IoT Core: its preferred ports and data folder, where the endpoints of its rule actions are found, and what happens
   * beyond its quotas.
   */
  readonly iot?: Pick<LocalIotOptions, 'dataDir' | 'origins' | 'ports' | 'quotas'>
  /**
   * A folder in which everything is kept over restarts, kill -9 included. It is made where it is missing.
   * Default: everything is in memory and is lost at the end of the run.
   */
  readonly dataDir?: string
  /**
   * Whether changes of the assembly are deployed as they are written: templates and code of functions, as CloudFormation would, with data
   * kept. Where a change can't be deployed, the log says so and the earlier state stays. Default: `false`.
   */
  readonly watch?: boolean
  /**
   * An existing folder with newer assets, for example with code that was bundled after the assembly was synthesized. A file or folder in
   * it is used instead of the asset with the same path in the assembly. The assembly itself, which others deploy, is not changed.
   */
  readonly liveAssets?: string
  readonly log?: (entry: CloudLogEntry) => void
  /**
   * What happens to a call of a function, or of a rule's action, that its role does not allow: `enforce` refuses it as AWS does, `warn`
   * lets it through and logs the statement to add (for rules at the start), `off` does not check. With `enforce`, access keys that this
   * cloud has not issued are refused, too; otherwise they may do everything. Default: `warn`.
   */
  readonly iam?: 'enforce' | 'warn' | 'off'
  /** The DynamoDB to start. Default: `dynoxide` where there is one on this machine, else `dynalite`. */
  readonly dynamodb?: 'dynoxide' | 'dynalite'
  /**
   * Limits of a query of Athena and of a conversion to Parquet: the time, for which AWS allows 30 minutes, and the memory for data in
   * megabytes. What takes more fails. Defaults: 60,000 ms, 512 MB.
   */
  readonly athena?: { readonly timeoutMs?: number; readonly memoryMb?: number }
  /** A DynamoDB to use instead of starting one, as `http://127.0.0.1:8000`. */
  readonly dynamodbEndpoint?: string
  /**
   * The URL of another emulator, for example `http://127.0.0.1:4566`, that serves DynamoDB, SQS, SNS and S3 instead of the embedded
   * engines. Everything else runs here, with what the template connects to them.
   */
  readonly awsEndpoint?: string
  /** Options of the first distribution of Amazon CloudFront in the assembly. Others are on free ports. */
  readonly distribution?: {
    /** The port to try first; where it is taken, the next free one above it. Absent: any free port. */
    readonly port?: number
    /**
     * The template parameter that is told the distribution's origin, for example `http://127.0.0.1:8080`: what comes before a page, as a
     * user pool that sends people back to it, has to know where it will be. Absent: none.
     */
    readonly originParameter?: string
  }
}

/** A running cloud: one endpoint for all AWS services, and the endpoints of AWS IoT Core. */
export interface RunningCloud extends AsyncDisposable {
  /**
   * The endpoint of every AWS client, for example `http://127.0.0.1:4566`. HTTP APIs answer there, too, and MQTT over WebSocket under
   * `/mqtt`.
   */
  readonly endpoint: string
  readonly region: string
  readonly accountId: string
  /**
   * An access key with all permissions; the same over restarts with a data folder. Signatures by it and by the keys of functions are
   * verified.
   */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Outputs of the deployed stacks, by stack name and key. Addresses in them are those of this machine. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly iot: LocalIot
  /** The distributions of Amazon CloudFront, in the order in which they were created. */
  readonly distributions: readonly RunningDistribution[]
  /**
   * Deploys the assembly as it is now, and returns the changes.
   * Throws `CloudError` where that fails; then the earlier state is in force again.
   */
  update(): Promise<readonly Change[]>
  /** Answers a request as the endpoint does, without a socket. */
  fetch(request: Request): Promise<Response>
  /**
   * Answers a request as an HTTP API does. The id is the one in `outputs`, or the `Ref` in the template; the path of the URL begins at the
   * API.
   */
  fetchApi(apiId: string, request: Request): Promise<Response>
  /** Waits at most 5 s for work in flight, then ends every child process and listener. */
  close(): Promise<void>
}
