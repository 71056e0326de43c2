import type { Wish } from '@keg/flows/routes'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, type FormEvent, type ReactNode } from 'react'
import { usePage } from '../shell/page-context.ts'
import { requestProblems } from './request-problems.ts'
import { wishState, type ShownSettings, type WishName } from './settings-view.ts'

/** What the input of a form has from it. */
export interface FieldProps {
  readonly id: string
  readonly name: string
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string
}

interface WishFormProps {
  readonly kegId: string
  readonly settings: ShownSettings | undefined
  readonly name: WishName
  readonly label: string
  readonly read: (text: string) => Wish
  readonly children: (field: FieldProps) => ReactNode
}

const STATE_TEXT = { pending: 'pending …', done: 'done', overridden: 'somebody wished otherwise' } as const

/** Wishes a setting of a keg, and shows how that goes until the keg has reported it. What was typed stays, whatever the API says. */
export function WishForm({ kegId, settings, name, label, read, children }: WishFormProps) {
  const { api, announce } = usePage()
  const queries = useQueryClient()
  const id = useId()
  const { mutate, data: wished, error, isPending } = useMutation({
    mutationFn: async (wish: Wish) => ({ value: wish[name], version: (await api.setSettings(kegId, wish)).version }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['keg', kegId] }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get(name)
    mutate(read(typeof text === 'string' ? text : ''))
  }
  const state = isPending ? 'pending' : wished === undefined || error !== null ? undefined : wishState(name, wished, settings)
  useEffect(() => {
    if (state !== undefined && state !== 'pending') announce(`${label}: ${STATE_TEXT[state]}`)
  }, [announce, label, state])
  const problems = requestProblems(error, { [`#/body/${name}`]: name })
  const problem = [problems.fields[name], ...problems.others].filter((text) => text !== undefined).join('; ')
  return (
    <form className="wish-form" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      {children({ id, name, 'aria-invalid': problem !== '', 'aria-describedby': `${id}-problem` })}
      <button type="submit" aria-label={`Set ${label}`}>Set</button>
      <output className={`wish wish-${state ?? 'none'}`} aria-label={`state of ${label}`}>{state === undefined ? '' : STATE_TEXT[state]}</output>
      <p className="problem" id={`${id}-problem`} role={problem === '' ? undefined : 'alert'}><bdi>{problem}</bdi></p>
    </form>
  )
}
