import type { PartialSettings } from '@keg/message-schemas/keg'
import type { Durable } from '@keg/uplink'

/** Settings as they were last applied, kept over a restart. */
export interface AppliedSettings {
  /** Applies what changes. */
  apply(change: PartialSettings): void
  /** Writes down what was applied since. Throws where the disk fails; the next call tries again. */
  write(): void
}

/** What settings are applied to. */
export interface SettingsParts {
  readonly memory: Durable<PartialSettings>
  readonly apply: (change: PartialSettings) => void
  /** Told at the start where the keg stood last; where it stands now, the shadow tells. */
  readonly lastSite: (siteId: string) => void
}

/** Applies first what was applied last: a closed valve stays closed where a keg starts without a line. */
export function createAppliedSettings({ memory, apply, lastSite }: SettingsParts): AppliedSettings {
  let applied = memory.read() ?? {}
  let written = true
  const { siteId, ...others } = applied
  apply(others)
  if (siteId !== undefined) lastSite(siteId)
  return {
    apply(change) {
      const next = { ...applied, ...change }
      written &&= JSON.stringify(next) === JSON.stringify(applied)
      applied = next
      apply(change)
    },
    write() {
      if (written) return
      memory.write(applied)
      written = true
    },
  }
}
