import type { Clock, MessageProperties, QuotaMode } from '@keg/mqtt-broker'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import type { CallAws } from '../actions/aws-call.ts'
import type { ActionFunctions, ActionOrigin } from '../actions/requests.ts'
import type { LogLevel } from '../logging/event-kind.ts'
import type { MeterReading, Usage } from '../metering/usage-meter.ts'
import type { Operations } from '../operations/index.ts'
import type { Lookups } from './rule-ports.ts'
import type { GroupWhyReport } from './why-in-group.ts'
import type { WhyOptions, WhyReport } from '../rules/why-report.ts'
import type { AwsServiceName } from '../actions/aws-service-name.ts'
import type { LocalIotLogEntry } from '../logging/log-event.ts'

/** What {@link LocalIot} can be told; everything has a default. */
export interface LocalIotOptions {
  /** The address to listen on; absent = `127.0.0.1`. On another one, whoever reaches this machine may knock. */
  readonly host?: string
  /**
   * Names that clients know this machine by, beside `localhost`, `host` and, where that is `0.0.0.0` or `::`, the addresses of its
   * interfaces: the server's certificate has them, and HTTP requests to any other host are refused. The first is the one in `endpoints`.
   * Absent = none.
   */
  readonly hostNames?: readonly string[]
  /**
   * Preferred ports; a taken one is replaced by a free one, absent and 0 = any free one. With `alpn` there is one port for MQTT and HTTPS,
   * as AWS's 443 and 8443; absent = there is none.
   */
  readonly ports?: {
    readonly mqtts?: number
    readonly https?: number
    readonly httpsMtls?: number
    readonly ws?: number
    readonly mqtt?: number
    readonly alpn?: number
  }
  /** Absent = `us-east-1`. */
  readonly region?: string
  /** Absent = `123456789012`. */
  readonly accountId?: string
  /**
   * AWS's rates a second: `enforce` throttles as AWS does, `warn` writes one log line a second for each client that is over, `off` does not
   * count. Sizes and formats are always enforced. Absent = `warn`.
   */
  readonly quotas?: QuotaMode
  /**
   * Lets everybody in to do everything: any client certificate or none, unsigned WebSockets, plain MQTT, data-plane requests without
   * credentials. Who names a custom authorizer or signs is still checked. The log says so, once and for each connection. Absent = `false`.
   */
  readonly permissive?: boolean
  /**
   * A folder in which everything is kept, kill -9 included: CA, registry, shadows, retained messages, sessions and what waits for them;
   * ports and `credentials`, too. Absent = in memory.
   */
  readonly dataDir?: string
  /**
   * A folder for the CA certificate alone, `ca.pem`, that every user of this machine may read, as services under users of their own; made
   * where it is missing, and what `caFile` then names. No key is in it. Absent = `caFile` is among the core's own files.
   */
  readonly caDir?: string
  /**
   * Ends when what rule actions reach is there: then the actions run again that an earlier process over `dataDir` was cut off from.
   * Absent = at once.
   */
  readonly othersReady?: Promise<unknown>
  readonly clock?: Clock
  /** Gets one entry for each thing worth telling: connections, refusals with their reason, failed rules and actions. */
  readonly log?: (entry: LocalIotLogEntry) => void
  /**
   * Which entries `log` gets, by the levels of AWS: a refusal is an `ERROR`, a connection `INFO`. `DEBUG` adds a line for each message,
   * rule and action that goes well, and costs time for each of them. Absent = `INFO`.
   */
  readonly logLevel?: LogLevel
  /**
   * Runs a Lambda function for custom authorizers, `aws_lambda()` and lambda actions; absent = these fail and say so. Nobody waits for the
   * function of a lambda action: one that rejects is tried again after one and two minutes, then told in the log.
   */
  readonly invokeFunction?: (functionArn: string, event: unknown) => Promise<unknown>
  /**
   * Takes the events of lambda actions in place of `invokeFunction`, with retries of its own; rejects where an event is refused, which
   * leads to the error action.
   */
  readonly invokeFunctionAsync?: (functionArn: string, event: unknown, origin: ActionOrigin) => Promise<void>
  /**
   * Functions that take the requests of rule actions in place of AWS services, by kind: `{ kinesis: async ({ StreamName, Data }) => … }`.
   * One for `lambda` takes the events of lambda actions, before `invokeFunction`; with one for `http`, destinations need no confirmation.
   */
  readonly actions?: ActionFunctions
  /** Functions that `get_dynamodb` and `get_secret` ask in place of AWS services. */
  readonly lookups?: Partial<Lookups>
  /**
   * Calls the AWS services that actions, lookups and authorizers need, in place of the SDK's clients and an endpoint: for whoever has them
   * in the same process. A `ServiceException` is the service's own refusal; whatever else it rejects with is tried again. Asked after
   * `actions`, `lookups`, `invokeFunction` and `invokeFunctionAsync`, and before `aws`. Absent = `aws` says where they are.
   */
  readonly callAws?: CallAws
  /**
   * Where actions, lookups and Lambda functions without a function handed in are reached: `endpoint` is the URL of every service that has
   * none of its own in `endpoints`. Absent = those without a function fail and say so.
   */
  readonly aws?: {
    readonly endpoint?: string | undefined
    readonly endpoints?: Readonly<Partial<Record<AwsServiceName, string>>> | undefined
    readonly credentials: Credentials & { readonly sessionToken?: string }
  }
  /**
   * Where endpoints of `http`, `openSearch` and `salesforce` actions and of their confirmations are found, by their origin:
   * `{ 'https://search-bar.eu-central-1.es.amazonaws.com': 'http://127.0.0.1:9200' }`. Signatures are those for the origin, whose host is
   * in `x-forwarded-host`. Absent = where their URLs say.
   */
  readonly origins?: Readonly<Record<string, string>>
  /** Whom HTTPS data plane requests may be signed by, beside {@link LocalIot.credentials}. */
  readonly accessKey?: (accessKeyId: string) => { readonly secretAccessKey: string } | undefined
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export interface LocalIotEndpoints {
  /** MQTT over mutual TLS: `mqtts://localhost:PORT`. */
  readonly mqtts: string
  /** The data plane: `https://localhost:PORT`. */
  readonly https: string
  /** The data plane for devices, by client certificate: `https://localhost:PORT`. */
  readonly httpsMtls: string
  /** MQTT over WebSocket without TLS, for this machine's browsers: `ws://localhost:PORT/mqtt`. */
  readonly ws: string
  /** MQTT over WebSocket with TLS, on the port of the data plane: `wss://localhost:PORT/mqtt`. */
  readonly wss: string
  /** MQTT without TLS: `mqtt://localhost:PORT`; only where the core is permissive. */
  readonly mqtt?: string
  /**
   * MQTT and HTTPS on one port, told apart by ALPN: `tls://localhost:PORT`; only where `ports.alpn` was given. `x-amzn-mqtt-ca` is MQTT by
   * certificate, `mqtt` MQTT by custom authorizer, `x-amzn-http-ca` HTTPS by certificate, none HTTPS and `wss` by signature or authorizer.
   */
  readonly alpn?: string
  /** The control plane, for `@aws-sdk/client-iot`: `https://localhost:PORT`. */
  readonly control: string
}

/** A message as this process sends and gets it. */
export interface LocalMessage {
  readonly topic: string
  readonly payload: Uint8Array
  readonly qos: 0 | 1
  readonly retain: boolean
  readonly properties?: MessageProperties | undefined
}

export interface LocalPublishOptions {
  /** Absent = 0. */
  readonly qos?: 0 | 1
  readonly retain?: boolean
  readonly properties?: MessageProperties
  /** Seconds; absent = never. */
  readonly messageExpirySec?: number
}

/** AWS IoT Core in this process: broker, policies, rules and the operations of its control and data plane. */
export interface LocalIot extends AsyncDisposable {
  readonly endpoints: LocalIotEndpoints
  /** The CA certificate that clients trust the endpoints by, PEM. */
  readonly caFile: string
  readonly region: string
  readonly accountId: string
  /** An administrator's key pair for SDK clients. */
  readonly credentials: Credentials
  /**
   * The secret of a key that requests may be signed by: an administrator's, a role alias's until it is over, or one of
   * {@link LocalIotOptions.accessKey}; `undefined` for any other.
   */
  secretOf(accessKeyId: string): string | undefined
  /** Calls an operation in this process, by the same code as over HTTP. Throws `ServiceException` with AWS's name and status. */
  call<Name extends keyof Operations>(operation: Name, input: Operations[Name]['input']): Promise<Operations[Name]['output']>
  /** What AWS would bill for since the start; {@link billUsd} makes dollars of it. */
  usage(): Usage
  /** The same, with how long it was metered and what the messages were: what `keg cost --meter` reads. */
  meter(): MeterReading
  /** Control and data plane as a fetch handler. */
  fetch(request: Request): Promise<Response>
  /** MQTT over WebSocket on somebody else's HTTP server, at the path `/mqtt`. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** MQTT on any stream, as with the bearer of this certificate; without one a custom authorizer decides. */
  handleConnection(stream: Duplex, client?: { readonly certificateId?: string; readonly sourceIp?: string }): void
  /** Publishes past every policy; resolves when rules and their actions are through. Throws `TopicError` or `LocalIotError`. */
  publish(topic: string, payload: Uint8Array | string, options?: LocalPublishOptions): Promise<void>
  /** Hands every matching message to a function, past every policy; the function returned ends it. Throws `TopicError`. */
  subscribe(filter: string, handler: (message: LocalMessage) => void): () => void
  /**
   * Publishes as `publish` does, or only rehearses, and tells what every rule made of the message and what each action answered.
   * Throws `TopicError` or `LocalIotError`.
   */
  why(topic: string, payload: Uint8Array | string, options?: WhyOptions): Promise<WhyReport>
  /**
   * Tells why a thing is in a thing group or is not: the query of a dynamic group, part by part, with the thing's values.
   * Throws `ServiceException` for a thing or group that is not there.
   */
  whyInGroup(groupName: string, thingName: string): Promise<GroupWhyReport>
  /** Ends every connection, waits for actions under way, removes what was temporary. */
  close(): Promise<void>
}
