import { isRecord } from '@keg/aws-service'

/** The reserved shadow that says which software packages a thing has. */
export const PACKAGE_SHADOW = '$package'

/**
 * Why an update is none for the `$package` shadow; `undefined` where it is one, or can't be read, which the shadow itself says.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/preparing-to-use-software-package-catalog.html#reserved-named-shadow
 */
export function packageShadowFault(payload: Uint8Array): string | undefined {
  const state = parsed(payload)?.['state']
  if (!isRecord(state)) return undefined
  if (state['desired'] !== undefined && state['desired'] !== null) return 'The reserved shadow $package has no desired state.'
  const { reported } = state
  if (!isRecord(reported)) return undefined
  for (const [name, entry] of Object.entries(reported)) {
    if (entry === null) continue
    const unknown = isRecord(entry) ? Object.keys(entry).find((key) => key !== 'version' && key !== 'attributes') : name
    if (unknown !== undefined) return `The reserved shadow $package has version and attributes of each package alone: ${unknown}`
  }
  return undefined
}

function parsed(payload: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const body: unknown = JSON.parse(new TextDecoder().decode(payload))
    return isRecord(body) ? body : undefined
  } catch {
    return undefined
  }
}
