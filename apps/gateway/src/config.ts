import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { residencyConfig, residencyProblem } from './residency/residency-config.ts'

const port = z.int().min(0).max(65_535)

/** A keg that is let in: by the fingerprint of its certificate, which AWS calls the certificate's id, and under its own name alone. */
const admittedKeg = z.strictObject({ kegId: levelName, certificateId: z.string().regex(/^[0-9a-f]{64}$/, 'expected SHA-256 in lower-case hex') })

/** A keg may have two certificates, and a certificate one keg. */
function oneKegEach(kegs: readonly z.output<typeof admittedKeg>[], context: z.RefinementCtx): void {
  const known = new Map<string, string>()
  for (const [index, { kegId, certificateId }] of kegs.entries()) {
    const other = known.get(certificateId)
    if (other !== undefined && other !== kegId) context.addIssue({ code: 'custom', path: [index, 'certificateId'], message: `that of ${other}, too` })
    known.set(certificateId, kegId)
  }
}

/** What the gateway reads from its configuration file. Paths are relative to the working directory. */
export const gatewayConfig = z.strictObject({
  siteId: levelName,
  gatewayId: levelName,
  /** AWS IoT, and who the gateway is there. `batchRule` is the rule that takes its batches. */
  cloud: z.strictObject({
    endpoint: z.strictObject({ host: z.string(), port: z.int().min(1).max(65_535) }),
    caFile: z.string(),
    certificateFile: z.string(),
    privateKeyFile: z.string(),
    batchRule: z.string().regex(/^\w{1,128}$/, 'expected 1 to 128 letters, digits and "_"'),
    /** How long nothing may be acknowledged before the line counts as stalled, in seconds. */
    stallSec: z.number().positive().default(30),
  }),
  /** Where kegs find it; `port` 0 = any. The certificate is one of the site's CA. */
  listen: z.strictObject({ host: z.string().default('127.0.0.1'), port: port.default(0), certificateFile: z.string(), privateKeyFile: z.string() }),
  kegs: z.array(admittedKeg).superRefine(oneKegEach),
  dataDir: z.string(),
  /** What messages may take on the disk, in bytes. */
  maxBytes: z.int().min(1_048_576).default(256 * 1_048_576),
  /** How often a batch goes while a page looks at a keg, in milliseconds; a full one goes at once. */
  batchEveryMs: z.int().min(100).max(3_600_000).default(5_000),
  /** The same while none does: each batch costs its acknowledgement, and the ledger is so much behind. */
  quietBatchEveryMs: z.int().min(100).max(3_600_000).default(60_000),
  /** The status page, on loopback; absent = none. */
  status: z.strictObject({ port }).optional(),
  /** What may not leave the site; absent = all may. */
  residency: residencyConfig.optional(),
}).superRefine(({ residency, siteId, kegs }, context) => {
  const problem = residencyProblem(residency?.topics ?? [], siteId, kegs.map(({ kegId }) => kegId))
  if (problem !== undefined) context.addIssue({ code: 'custom', path: ['residency', 'topics'], message: problem })
})

export type GatewayConfig = z.output<typeof gatewayConfig>

/** The kegs of a configuration, by the fingerprints of their certificates. */
export const kegsOf = (kegs: GatewayConfig['kegs']): ReadonlyMap<string, string> => new Map(kegs.map(({ certificateId, kegId }) => [certificateId, kegId]))
