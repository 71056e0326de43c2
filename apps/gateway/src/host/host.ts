import type { Line } from '@keg/uplink'
import type { SiteConfig } from '../config/config.ts'
import type { ForwarderLine, ForwarderOptions } from '../forward/forwarder-options.ts'

/** What a gateway runs on: who configures it, and how it reaches the cloud. */
export interface Host {
  /** What the line's answer to a publish means here. */
  readonly acknowledgedBy: NonNullable<ForwarderOptions['acknowledgedBy']>
  /** The configuration as it is now. Rejects with a {@link ConfigError} where it can't be used. */
  configuration(): Promise<SiteConfig>
  /** A line for what was configured last, not started. */
  newLine(): Line & ForwarderLine
  /** Tells of each change to the configuration from now on. The function returned ends it. */
  follow(handler: (change: ConfigChange) => void): () => void
  /** Kegs can connect from now on. */
  serving(): Promise<void>
  close(): Promise<void>
}

/** How a configuration has changed: its kegs alone, more than that, or into one that can't be used. */
export type ConfigChange =
  | { readonly kind: 'kegs'; readonly kegs: SiteConfig['kegs'] }
  | { readonly kind: 'all'; readonly config: SiteConfig }
  | { readonly kind: 'refused'; readonly problem: string }

/** A configuration that can't be used, in a sentence for who wrote it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Why a configuration can't be used. */
export const unusable = (problem: string, cause?: unknown) => new ConfigError(`The configuration can't be used: ${problem}`, { cause })
