import { isRecord } from '@keg/aws-service'
import { jsonValue, type IndexedValue } from './indexed-document.ts'

type Fields = Map<string, readonly IndexedValue[]>

/**
 * Adds the values below a path, their names joined by dots. An array counts where all of it is simple; null does not. Whether there was
 * anything to add.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/managing-index.html#index-limitations
 */
export function addJsonFields(fields: Fields, path: string, value: unknown): boolean {
  const values = simpleValues(value)
  if (values === undefined && !isRecord(value)) return false
  const added = values !== undefined
    || Object.entries(value ?? {}).map(([name, member]) => addJsonFields(fields, `${path}.${name}`, member)).includes(true)
  if (added) fields.set(path, [...(fields.get(path) ?? []), ...(values ?? [])])
  return added
}

/** Adds the metadata of what was added of the state. */
export function addMetadataFields(fields: Fields, path: string, statePath: string, metadata: unknown): void {
  if (!isRecord(metadata)) return
  for (const [name, member] of Object.entries(metadata)) {
    const state = `${statePath}.${name}`
    if (!fields.has(state)) continue
    // An array has a list of times.
    const times = Array.isArray(member) ? member : [member]
    for (const time of times) {
      if (isRecord(time) && typeof time['timestamp'] === 'number') addJsonFields(fields, `${path}.${name}.timestamp`, time['timestamp'])
    }
    addMetadataFields(fields, `${path}.${name}`, state, member)
  }
}

/** The values of what is simple or an array of it. */
function simpleValues(value: unknown): readonly IndexedValue[] | undefined {
  if (!Array.isArray(value)) {
    const simple = simpleValue(value)
    return simple === undefined ? undefined : [simple]
  }
  const all = value.map(simpleValue)
  const simple = all.filter((one) => one !== undefined)
  return simple.length === all.length && all.length > 0 ? simple : undefined
}

function simpleValue(value: unknown): IndexedValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return jsonValue(value)
  // A number that JavaScript has not is searched for as it is written.
  return isRecord(value) && typeof value['toJSON'] === 'function' ? jsonValue(JSON.stringify(value)) : undefined
}
