import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'

const range = z.tuple([z.number().nonnegative(), z.number().nonnegative()])
const port = z.int().min(1).max(65_535)

/** AWS credentials, for what is signed with SigV4. */
export const credentials = z.strictObject({
  accessKeyId: z.string().min(1), secretAccessKey: z.string().min(1), sessionToken: z.string().min(1).optional(),
})

const simulation = z.strictObject({
  tap: z.strictObject({ pauseMs: range, volumeMl: range, mlPerSec: z.number().positive() }).optional(),
  /** The share of pours that are sent twice, 0 to 1. */
  duplicateShare: z.number().min(0).max(1).default(0),
  /** The same evening comes out of the same number; absent: each is another. */
  seed: z.int().optional(),
  /** How much faster than the clock the simulated world goes. */
  speed: z.number().positive().max(1_000).default(1),
  /** What a full keg holds. */
  capacityMl: z.int().positive().optional(),
  /** The bar's temperature. */
  ambientCelsius: z.number().min(-20).max(60).optional(),
})

/**
 * What the device program reads from its configuration file: where the broker is, and one entry for each keg that it
 * simulates. Paths are relative to the working directory.
 */
export const deviceConfig = z.strictObject({
  endpoint: z.strictObject({ host: z.string(), port }),
  caFile: z.string(),
  kegs: z
    .array(z.strictObject({
      kegId: levelName, certificateFile: z.string(), privateKeyFile: z.string(), dataDir: z.string(),
      /** How a keg without a certificate gets one: by which certificate it asks, and by which provisioning template. */
      claim: z.strictObject({ certificateFile: z.string(), privateKeyFile: z.string(), template: z.string().min(1) }).optional(),
    }))
    .min(1),
  /** How a keg reaches AWS IoT: MQTT over mutual TLS, HTTPS with the certificate, or MQTT over WebSocket signed with AWS credentials. */
  transport: z.enum(['mqtt', 'https', 'websocket']).default('mqtt'),
  /** For `https`: the port of the data plane, and how often the shadow is looked at, in seconds. */
  https: z.strictObject({ port, pollSec: z.number().positive().default(10) }).optional(),
  /** For `websocket`: the port, the region that is signed for, and whose credentials; absent, the environment's. */
  websocket: z.strictObject({ port, region: z.string(), credentials: credentials.optional() }).optional(),
  /** How long a connection may acknowledge nothing that waits before it is made anew, in seconds. */
  stallSec: z.number().positive().default(30),
  /** How many kegs of this process may be connecting at once. */
  connectsAtOnce: z.int().positive().default(50),
  /** The public key (Ed25519, PEM) that firmware is signed by, and how long one has to prove itself, in seconds. */
  firmware: z.strictObject({ publicKeyFile: z.string(), healthSec: z.number().positive().max(3_600).default(30) }).optional(),
  /** How often each keg reports to Device Defender what this machine's network does, in seconds; absent: never. */
  metrics: z.strictObject({ everySec: z.number().min(300).default(300) }).optional(),
  simulation: simulation.prefault({}),
}).refine(({ transport, ...sections }) => transport === 'mqtt' || sections[transport] !== undefined, {
  path: ['transport'],
  // What is refined was parsed: it is a configuration.
  error: ({ input }) => `the configuration needs a member "${(input as { transport: string }).transport}", which says how`,
})

type Environment = Readonly<Record<string, string | undefined>>

/** Fills in from the environment the credentials that a configuration leaves out. Throws where there are none and it needs them. */
export function withCredentials(
  config: DeviceConfig, { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN }: Environment,
): DeviceConfig {
  if (config.websocket === undefined || config.websocket.credentials !== undefined) return config
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    if (config.transport !== 'websocket') return config
    throw new Error('"websocket" needs "credentials", or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment')
  }
  const found = {
    accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY, ...(AWS_SESSION_TOKEN && { sessionToken: AWS_SESSION_TOKEN }),
  }
  return { ...config, websocket: { ...config.websocket, credentials: found } }
}

export type DeviceConfig = z.output<typeof deviceConfig>
export type KegEntry = DeviceConfig['kegs'][number]
