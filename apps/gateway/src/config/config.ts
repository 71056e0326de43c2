import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { residencyConfig, residencyProblem } from '../residency/residency-config.ts'

const port = z.int().min(0).max(65_535)

/** A keg that is let in: by the fingerprint of its certificate, which AWS calls the certificate's id, and under its own name alone. */
const admittedKeg = z.strictObject({
  kegId: levelName, certificateId: z.string().regex(/^[0-9a-f]{64}$/, 'expected SHA-256 in lower-case hex'),
})

/** A keg may have two certificates, and a certificate one keg. */
function oneKegEach(kegs: readonly z.output<typeof admittedKeg>[], context: z.RefinementCtx): void {
  const known = new Map<string, string>()
  for (const [index, { kegId, certificateId }] of kegs.entries()) {
    const other = known.get(certificateId)
    if (other !== undefined && other !== kegId)
      context.addIssue({ code: 'custom', path: [index, 'certificateId'], message: `that of ${other}, too` })
    known.set(certificateId, kegId)
  }
}

const batchRule = z.string().regex(/^\w{1,128}$/, 'expected 1 to 128 letters, digits and "_"')

/** What a gateway is told on every host. Paths are relative to the working directory. */
const everywhere = {
  siteId: levelName,
  /** Where kegs find it; `port` 0 = any. The certificate is one of the site's CA. */
  listen: z.strictObject({
    host: z.string().default('127.0.0.1'), port: port.default(0), certificateFile: z.string(), privateKeyFile: z.string(),
  }),
  kegs: z.array(admittedKeg).superRefine(oneKegEach),
  /** What messages may take on the disk, in bytes. */
  maxBytes: z.int().min(1_048_576).default(256 * 1_048_576),
  /** How often a batch goes while a page looks at a keg, in milliseconds; a full one goes at once. */
  batchEveryMs: z.int().min(100).max(3_600_000).default(5_000),
  /** The same while none does: each batch costs its acknowledgement, and the ledger is so much behind. */
  quietBatchEveryMs: z.int().min(100).max(3_600_000).default(60_000),
  /** What may not leave the site; absent = all may. */
  residency: residencyConfig.optional(),
  /** How long the cloud may take to book a batch, in milliseconds, before it is sent again; doubled with each time. */
  bookedWithinMs: z.int().min(100).max(3_600_000).default(20_000),
  /** The status page, on loopback; absent = none. */
  status: z.strictObject({ port }).optional(),
}

type Everywhere = Pick<z.output<z.ZodObject<typeof everywhere>>, 'siteId' | 'kegs' | 'residency'>

/** Residency holds back no pours. */
function poursMayLeave({ residency, siteId, kegs }: Everywhere, context: z.RefinementCtx): void {
  const problem = residencyProblem(residency?.topics ?? [], siteId, kegs.map(({ kegId }) => kegId))
  if (problem !== undefined) context.addIssue({ code: 'custom', path: ['residency', 'topics'], message: problem })
}

/** What the gateway reads from its configuration file where it is by itself. */
export const gatewayConfig = z.strictObject({
  ...everywhere,
  gatewayId: levelName,
  /** AWS IoT, and who the gateway is there. `batchRule` is the rule that takes its batches. */
  cloud: z.strictObject({
    endpoint: z.strictObject({ host: z.string(), port: z.int().min(1).max(65_535) }),
    caFile: z.string(),
    certificateFile: z.string(),
    privateKeyFile: z.string(),
    batchRule,
    /** How long nothing may be acknowledged before the line counts as stalled, in seconds. */
    stallSec: z.number().positive().default(30),
  }),
  dataDir: z.string(),
}).superRefine(poursMayLeave)

/**
 * What the gateway reads from its component's configuration under Greengrass: the nucleus has the endpoint, the CA, and the certificate of
 * the core device.
 */
export const greengrassConfig = z.strictObject({
  ...everywhere,
  /** The core device's thing; absent = as the nucleus says. */
  gatewayId: levelName.optional(),
  cloud: z.strictObject({
    batchRule,
    /** How long the nucleus may take to answer a call before the line counts as stalled, in seconds. */
    callTimeoutSec: z.number().positive().default(10),
  }),
  /** In the component's work folder. */
  dataDir: z.string().default('data'),
  /** Commands from the status page, for who has the token in this file; absent = none. By itself a gateway has a flag for it. */
  adminTokenFile: z.string().optional(),
}).superRefine(poursMayLeave)

export type GatewayConfig = z.output<typeof gatewayConfig>
export type GreengrassConfig = z.output<typeof greengrassConfig>
/** What is the same on every host. */
export type SiteConfig =
  Omit<GatewayConfig, 'cloud'> & { readonly cloud: { readonly batchRule: string }; readonly adminTokenFile?: string | undefined }

/** The kegs of a configuration, by the fingerprints of their certificates. */
export const kegsOf = (kegs: GatewayConfig['kegs']): ReadonlyMap<string, string> =>
  new Map(kegs.map(({ certificateId, kegId }) => [certificateId, kegId]))
