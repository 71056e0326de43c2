import { UsageError, type Flags } from './verb.ts'

/** The value of a text flag; absent where it was not given. */
export function textFlag(flags: Flags, name: string): string | undefined {
  const value = flags[name]
  return typeof value === 'string' ? value : undefined
}

/** The values of a text flag that can be given several times, in order; none where it was not given. */
export function textFlags(flags: Flags, name: string): readonly string[] {
  return [flags[name] ?? []].flat().filter((value) => typeof value === 'string')
}

/** Where endpoints are found, from `ORIGIN=URL`; absent where there are none. Throws `UsageError` for what is none. */
export function originsFlag(flags: Flags, name: string): Readonly<Record<string, string>> | undefined {
  const texts = textFlags(flags, name)
  if (texts.length === 0) return undefined
  return Object.fromEntries(texts.map((text) => {
    const [, origin = '', url = ''] = /^([^=]*)=(.*)$/.exec(text) ?? []
    const [from, to] = [URL.parse(origin), URL.parse(url)]
    const isTaken = from !== null
      && to !== null
      && [from, to].every(({ protocol, pathname, search }) => /^https?:$/.test(protocol) && pathname === '/' && search === '')
    if (!isTaken) throw new UsageError(`--${name} takes ORIGIN=URL, as https://bar.example=http://127.0.0.1:8080, not "${text}".`)
    return [from.origin, to.origin]
  }))
}

/** The value of a port flag. Throws `UsageError` for what is no port. */
export function portFlag(flags: Flags, name: string): number | undefined {
  const text = textFlag(flags, name)
  if (text === undefined) return undefined
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) throw new UsageError(`--${name} takes a port, not "${text}".`)
  return port
}

/** The value of a flag that counts. Throws `UsageError` for what is no whole number from 1. */
export function countFlag(flags: Flags, name: string): number | undefined {
  const text = textFlag(flags, name)
  if (text === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new UsageError(`--${name} takes a whole number from 1, not "${text}".`)
  return Number(text)
}

/** The value of a flag that takes one of a few words. Throws `UsageError` for another. */
export function choiceFlag<const Choice extends string>(flags: Flags, name: string, choices: readonly Choice[]): Choice | undefined {
  const text = textFlag(flags, name)
  const choice = choices.find((one) => one === text)
  if (text !== undefined && choice === undefined)
    throw new UsageError(`--${name} takes ${choices.join(', ').replace(/, ([^,]+)$/, ' or $1')}, not "${text}".`)
  return choice
}

/** The members that have a value: options are not told of flags that were not given. */
export function given<T extends object>(options: T): { [Name in keyof T]?: NonNullable<T[Name]> } {
  // Exactly the members whose value is not undefined are left.
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as { [Name in keyof T]?: NonNullable<
    T[Name]
  > }
}
