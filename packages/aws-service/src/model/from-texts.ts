import { isRecord } from '../is-record.ts'
import type { Model } from './model.ts'
import { splitType } from './type-name.ts'

/**
 * Converts an input whose simple values are all texts, as a form has them, to the types of the model.
 * A text that is no number stays a text, so that the validation refuses it.
 */
export function fromTexts(model: Model, operation: string, input: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const typed = typedOf(model, `struct:${model.shapesOf[operation]?.input ?? ''}`, input)
  return isRecord(typed) ? typed : input
}

function typedOf(model: Model, type: string, value: unknown): unknown {
  const [kind, of] = splitType(type)
  if (kind === 'list') return Array.isArray(value) ? value.map((entry) => typedOf(model, of, entry)) : value === '' ? [] : value
  if (kind === 'struct' || kind === 'map') {
    return isRecord(value)
      ? Object.fromEntries(Object.entries(value).map(([name, entry]) => [
        name, typedOf(model, kind === 'map' ? of : (model.structures[of]?.[name]?.type ?? 'json'), entry),
      ]))
      : value
  }
  if (typeof value !== 'string') return value
  if (kind === 'number') return value === '' || Number.isNaN(Number(value)) ? value : Number(value)
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  if (kind === 'timestamp') return Number.isNaN(Date.parse(value)) ? value : Date.parse(value) / 1000
  return value
}
