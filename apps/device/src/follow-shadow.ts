import type { PartialSettings } from '@keg/message-schemas/keg'
import type { LiveShadowClient, ShadowClient, ShadowSnapshot } from '@keg/shadow-client'

type Snapshot = ShadowSnapshot<PartialSettings>

/** What is done with a shadow's settings. */
export interface FollowOptions {
  /** Where it can't be subscribed to: how often to look at it, in milliseconds. */
  readonly pollMs: number | undefined
  /** Told what the shadow is, once a connect. */
  readonly learn: (snapshot: Snapshot | undefined) => void
  /** Told what is desired and not reported; it is reported once this has returned. */
  readonly change: (change: PartialSettings) => void
  readonly onError: (error: unknown) => void
}

/** Keeps up with a shadow: by what is published, or by looking at it again and again as `tick` tells the time. */
export function followShadow(
  shadow: ShadowClient<PartialSettings> | LiveShadowClient<PartialSettings>, options: FollowOptions,
): { tick(nowMs: number): void } {
  if ('onDesired' in shadow && options.pollMs === undefined) {
    shadow.onDesired(
      async (change, { report }) => {
        const wishes = withoutFirmware(change)
        options.change(wishes)
        await report(wishes)
      },
      { onSynchronized: options.learn },
    )
    return { tick: () => undefined }
  }
  return poll(shadow, options)
}

function poll(
  shadow: ShadowClient<PartialSettings>, { pollMs = 10_000, learn, change, onError }: FollowOptions,
): { tick(nowMs: number): void } {
  let dueMs = -Infinity
  let looking = false
  let learned = false
  const look = async () => {
    const snapshot = await shadow.get()
    if (!learned) learn(snapshot)
    learned = true
    if (snapshot?.delta === undefined) return
    const wishes = withoutFirmware(snapshot.delta)
    change(wishes)
    await shadow.report(wishes)
  }
  return {
    tick(nowMs) {
      if (looking || nowMs < dueMs) return
      dueMs = nowMs + pollMs
      looking = true
      look()
        .catch(onError)
        .finally(() => (looking = false))
    },
  }
}

/** Which program a keg runs is not a setting: only a job changes it, and only the keg says so. */
function withoutFirmware({ firmware: _, ...wishes }: PartialSettings): PartialSettings {
  return wishes
}
