import * as z from 'zod'
import { partialSettings } from './settings.ts'

const SHA256 = /^[0-9a-f]{64}$/i
/** 64 bytes of an Ed25519 signature, in base64. */
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/

/**
 * The version of a keg's program: letters, digits, `.`, `+`, `_` and `-`, at most 64 of them.
 *
 * @example firmwareVersion.safeParse('1.3.0').success  // true
 */
export const firmwareVersion = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}$/)

/**
 * Settings that a job may bring: those that people wish. Where a keg stands and what it says of itself are none.
 *
 * @example jobSettings.safeParse({}).success  // false
 */
export const jobSettings = partialSettings
  .omit({ siteId: true, valveReason: true, firmware: true })
  .strict()
  .refine((settings) => Object.values(settings).some((value) => value !== undefined), 'at least one setting is needed')

/**
 * What a job tells a keg, by `kind`: `settings` are applied as if they were desired; `firmware` is downloaded, checked and tried;
 * `rotateCertificate` has the keg ask for a new certificate by the provisioning template. `url` is of http or https once AWS IoT has
 * filled in its placeholder; `sha256` is in hexadecimal, `signature` in base64: Ed25519 over the bytes of the file.
 *
 * @example jobDocument.parse({ kind: 'settings', settings: { targetCelsius: 4 } })
 */
export const jobDocument = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('settings'), settings: jobSettings }),
  z.strictObject({
    kind: z.literal('firmware'),
    version: firmwareVersion,
    url: z.string().min(1).max(8_192),
    sha256: z.string().regex(SHA256),
    signature: z.string().regex(SIGNATURE),
  }),
  z.strictObject({ kind: z.literal('rotateCertificate'), template: z.string().regex(/^[0-9A-Za-z_-]{1,36}$/) }),
])

export type JobDocument = z.output<typeof jobDocument>
export type JobSettings = z.output<typeof jobSettings>
