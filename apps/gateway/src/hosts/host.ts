import type { Line } from '@keg/uplink'
import type * as z from 'zod'
import type { SiteConfig } from '../config.ts'
import type { ForwarderLine, ForwarderOptions } from '../forward/forwarder.ts'

/** What a gateway runs on: who configures it, and how it reaches the cloud. */
export interface Host {
  /** What the line's answer to a publish means here. */
  readonly acknowledgedBy: NonNullable<ForwarderOptions['acknowledgedBy']>
  /** The configuration as it is now. Rejects with a {@link ConfigError} where it can't be used. */
  configuration(): Promise<SiteConfig>
  /** A line for what was configured last, not started. */
  newLine(): Line & ForwarderLine
  /** Calls back when the configuration may have changed. */
  onChange(handler: () => void): void
  /** Kegs can connect from now on. */
  serving(): Promise<void>
  close(): Promise<void>
}

/** A configuration that can't be used, in words for who wrote it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/** Checks a configuration. Throws {@link ConfigError} with what is wrong, field by field. */
export function parseConfig<Schema extends z.ZodType>(schema: Schema, value: unknown, explain: (error: z.ZodError) => string): z.output<Schema> {
  const checked = schema.safeParse(value)
  if (!checked.success) throw new ConfigError(explain(checked.error))
  return checked.data
}
