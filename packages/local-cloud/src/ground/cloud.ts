import type { LocalIot, LocalIotOptions } from '@keg/local-iot'
import type { CloudLogEntry } from './cloud-log-entry.ts'
import type { Change } from './change.ts'

/** How an assembly is run. */
export interface RunOptions {
  /** Values of template parameters, for every stack that has them. */
  readonly parameters?: Readonly<Record<string, string>>
  /** Default: the stacks' own where they name one, else `us-east-1`. */
  readonly region?: string
  /** Default: the stacks' own where they name one, else `123456789012`. */
  readonly accountId?: string
  /** Preferred port of the endpoint; absent or taken: a free one. */
  readonly port?: number
  /**
   * Names of hosts, as `host.docker.internal`, that the endpoint answers to and whose pages are those of this machine. Default: none beside
   * `localhost`, `*.localhost` and the loopback addresses.
   */
  readonly hosts?: readonly string[]
  /** Preferred ports and state folder of AWS IoT Core, where the endpoints are found that its rules send to, and what becomes of what goes beyond its quotas. */
  readonly iot?: Pick<LocalIotOptions, 'dataDir' | 'origins' | 'ports' | 'quotas'>
  /** A folder that keeps everything over a restart, kill -9 included; made where it is missing. Default: all is in memory and goes with the run. */
  readonly dataDir?: string
  /**
   * Follows the assembly: a template or a function's code that is written anew is deployed as CloudFormation would, data kept. One that can't
   * be deployed is a line in the log, and what was there before stays. Default: `false`.
   */
  readonly watch?: boolean
  /**
   * A folder that is there, whose files and folders stand in for assets of the same path in the assembly, as code that was bundled after it was
   * synthesized: the assembly itself, which others deploy, stays as it is.
   */
  readonly liveAssets?: string
  readonly log?: (entry: CloudLogEntry) => void
  /**
   * What becomes of a function's call, or of a rule's action, that its role does not allow: `enforce` refuses it as AWS does, `warn` lets it
   * through and logs the statement to add, of rules at the start, `off` does not look. Under `enforce`, keys that this cloud did not give out are refused, too; else they may do
   * everything. Default: `warn`.
   */
  readonly iam?: 'enforce' | 'warn' | 'off'
  /** The DynamoDB to start. Default: `dynoxide` where there is one on this machine, else `dynalite`. */
  readonly dynamodb?: 'dynoxide' | 'dynalite'
  /**
   * What a query of Athena's, or a conversion to Parquet, may take: time, where AWS has 30 minutes, and megabytes of memory for its data; what
   * takes more fails. Defaults: 60,000 ms, 512 MB.
   */
  readonly athena?: { readonly timeoutMs?: number; readonly memoryMb?: number }
  /** A DynamoDB to use instead of starting one, as `http://127.0.0.1:8000`. */
  readonly dynamodbEndpoint?: string
  /**
   * Another emulator, as `http://127.0.0.1:4566`, that has DynamoDB, SQS, SNS and S3 instead of the embedded engines. What the template wires
   * between them and all the rest is done here as ever.
   */
  readonly awsEndpoint?: string
}

/** A cloud that runs: one AWS endpoint for every service, and AWS IoT Core with its own. */
export interface RunningCloud extends AsyncDisposable {
  /** As `http://127.0.0.1:4566`: the endpoint of every AWS client. HTTP APIs answer on it, and MQTT over WebSocket under `/mqtt`. */
  readonly endpoint: string
  readonly region: string
  readonly accountId: string
  /** A key that may do everything; kept in the data folder. Requests signed by it, or by a function's, are verified. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string }
  /** Stack outputs by stack name and key, of the stacks in force; addresses in them are those of this machine. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly iot: LocalIot
  /**
   * Deploys the assembly as it is now, and answers what was changed.
   * Throws `CloudError` where that can't be done: what was there before is in force again.
   */
  update(): Promise<readonly Change[]>
  /** What the endpoint answers, without a socket. */
  fetch(request: Request): Promise<Response>
  /** What an HTTP API answers, its id as in `outputs` or the template's `Ref`; the path of the URL begins at the API. */
  fetchApi(apiId: string, request: Request): Promise<Response>
  /** Lets what is in flight end (at most 5 s), then ends every child process and listener. */
  close(): Promise<void>
}
