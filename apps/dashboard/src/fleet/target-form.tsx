import { TARGET_CELSIUS } from '@keg/message-schemas/keg'
import { useMutation } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useState } from 'react'
import type { Api, KegSettings } from '../api/client.ts'
import { wishState, type Wish } from './settings.ts'

/** Wishes a target temperature of a keg, and shows `pending` until the keg has reported it, then `done`. */
export function TargetForm({ kegId, settings, setTarget }: { kegId: string; settings: KegSettings | undefined; setTarget: Api['setTarget'] }) {
  const [wish, setWish] = useState<Wish>()
  const command = useMutation({
    mutationFn: async (targetCelsius: number) => ({ targetCelsius, version: (await setTarget(kegId, targetCelsius)).version }),
    onSuccess: setWish,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const target = new FormData(event.currentTarget).get('targetCelsius')
    command.mutate(Number(target))
  }
  const state = command.isPending ? 'pending' : wishState(wish, settings)
  return (
    <form onSubmit={submit}>
      <label>
        new target
        <input name="targetCelsius" type="number" min={TARGET_CELSIUS.min} max={TARGET_CELSIUS.max} step="0.5" defaultValue={4} required /> °C
      </label>
      <button type="submit" disabled={command.isPending}>Set</button>
      <output className={`wish wish-${state ?? 'none'}`} aria-label={`command to ${kegId}`}>{state ?? ''}</output>
      {command.error && <p className="problem" role="alert">{command.error.message}</p>}
    </form>
  )
}
