import deviceSdk from 'aws-iot-device-sdk-v2'
import type { iot as iotTypes, mqtt5 } from 'aws-iot-device-sdk-v2'

// The device SDK is CommonJS: its names come from its default export.
const { auth, iot, mqtt5: sdk } = deviceSdk

/** Who connects, by a certificate: MQTT over mutual TLS. */
export interface CertificateIdentity {
  readonly certificateFile: string
  readonly privateKeyFile: string
}

/** Who connects, by AWS credentials: MQTT over WebSocket, signed with SigV4. */
export interface SignedIdentity {
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** How to reach a broker. */
export interface SdkClientOptions {
  readonly host: string
  readonly port: number
  /** The authorities that the broker's certificate is checked against; absent: the system's. */
  readonly caFile?: string
  /** On AWS IoT the thing's name, so that policies know the thing. */
  readonly clientId: string
  readonly identity: CertificateIdentity | SignedIdentity
  /** Seconds; 60 by default. */
  readonly keepAliveSec?: number
  /** How long the broker keeps the session of who is away, in seconds; 3,600 by default. */
  readonly sessionExpirySec?: number
  /** How long to wait for the answer to CONNECT, in milliseconds; 20,000 by default. */
  readonly connackTimeoutMs?: number
  /**
   * The shortest and longest wait before a new attempt, in milliseconds; 200 and 10,000 by default. The SDK doubles it, with full jitter.
   */
  readonly reconnectDelayMs?: readonly [least: number, most: number]
}

/** A client of MQTT 5 that was not started; `ackTimeoutSec` ends the wait for one acknowledgement. */
export function createSdkClient(options: SdkClientOptions, ackTimeoutSec: number): mqtt5.Mqtt5Client {
  const { keepAliveSec = 60, sessionExpirySec = 3_600, connackTimeoutMs = 20_000, reconnectDelayMs = [200, 10_000] } = options
  const builder = builderFor(options)
  if (options.caFile !== undefined) builder.withCertificateAuthorityFromPath(undefined, options.caFile)
  const config = builder
    .withPort(options.port)
    .withConnectProperties({
      clientId: options.clientId, keepAliveIntervalSeconds: keepAliveSec, sessionExpiryIntervalSeconds: sessionExpirySec,
    })
    // At the first connection of a process, too: what came while it was away is for it. What it had sent without an acknowledgement is its
    // own to send again.
    .withSessionBehavior(sdk.ClientSessionBehavior.RejoinAlways)
    // Whoever publishes sends again by himself; a second queue inside the SDK would only hide what is not acknowledged.
    .withOfflineQueueBehavior(sdk.ClientOperationQueueBehavior.FailAllOnDisconnect)
    .withRetryJitterMode(sdk.RetryJitterType.Full)
    .withMinReconnectDelayMs(reconnectDelayMs[0])
    .withMaxReconnectDelayMs(reconnectDelayMs[1])
    .withConnackTimeoutMs(connackTimeoutMs)
    .withAckTimeoutSeconds(ackTimeoutSec)
    .build()
  return new sdk.Mqtt5Client(config)
}

function builderFor({ host, identity }: SdkClientOptions): iotTypes.AwsIotMqtt5ClientConfigBuilder {
  const builders = iot.AwsIotMqtt5ClientConfigBuilder
  if ('certificateFile' in identity)
    return builders.newDirectMqttBuilderWithMtlsFromPath(host, identity.certificateFile, identity.privateKeyFile)
  const { region, accessKeyId, secretAccessKey, sessionToken } = identity
  const credentialsProvider = auth.AwsCredentialsProvider.newStatic(accessKeyId, secretAccessKey, sessionToken)
  return builders.newWebsocketMqttBuilderWithSigv4Auth(host, { region, credentialsProvider })
}
