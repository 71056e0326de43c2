import { TARGET_CELSIUS, type PartialSettings } from '@keg/message-schemas/keg'
import type { ShadowView } from '@keg/shadow-client/react'
import type { FormEvent } from 'react'
import { useState } from 'react'

/** Wishes a target temperature of a keg, and shows `pending` until the keg has reported it, then `done`. */
export function TargetForm({ kegId, settings }: { kegId: string; settings: ShadowView<PartialSettings> }) {
  const [wished, setWished] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = new FormData(event.currentTarget).get('targetCelsius')
    setWished(true)
    void settings.setDesired({ targetCelsius: Number(target) })
  }
  const { error, pending } = settings
  const state = !wished || error !== undefined ? undefined : pending?.targetCelsius === undefined ? 'done' : 'pending'
  return (
    <form onSubmit={submit}>
      <label>
        new target
        <input
          name="targetCelsius"
          type="number"
          min={TARGET_CELSIUS.min}
          max={TARGET_CELSIUS.max}
          step="0.5"
          defaultValue={4}
          required
        /> °C
      </label>
      <button type="submit">Set</button>
      <output className={`wish wish-${state ?? 'none'}`} aria-label={`command to ${kegId}`}>{state ?? ''}</output>
      {error instanceof Error && <p className="problem" role="alert">{error.message}</p>}
    </form>
  )
}
