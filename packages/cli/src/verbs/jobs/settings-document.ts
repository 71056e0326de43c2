import { jobSettings, type JobDocument } from '@keg/message-schemas/keg'
import { UsageError } from '../../verb.ts'

/** The job document of settings given as `NAME=VALUE`. Throws `UsageError` for what no keg takes. */
export function settingsDocument(texts: readonly string[]): JobDocument {
  if (texts.length === 0) throw new UsageError('--set NAME=VALUE says what the kegs shall apply.')
  const settings = Object.fromEntries(texts.map((text) => {
    const [, name = '', value = ''] = /^([^=]+)=(.+)$/.exec(text) ?? []
    if (name === '') throw new UsageError(`--set takes NAME=VALUE, as targetCelsius=4, not "${text}".`)
    return [name, /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value]
  }))
  const checked = jobSettings.safeParse(settings)
  if (checked.success) return { kind: 'settings', settings: checked.data }
  const [issue] = checked.error.issues
  throw new UsageError(`--set ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}; there are ${Object.keys(jobSettings.shape).join(', ')}.`)
}
