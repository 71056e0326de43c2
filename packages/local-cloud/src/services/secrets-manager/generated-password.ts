/** `GenerateSecretString` of a secret. */
export interface PasswordOptions {
  readonly length?: number | undefined
  readonly excludeCharacters?: string | undefined
  readonly excludeLowercase?: boolean | undefined
  readonly excludeUppercase?: boolean | undefined
  readonly excludeNumbers?: boolean | undefined
  readonly excludePunctuation?: boolean | undefined
  readonly includeSpace?: boolean | undefined
  readonly requireEachIncludedType?: boolean | undefined
}

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

/**
 * A password of 32 characters by default, with one of each kind that is not excluded.
 * `randomBelow(n)` answers a number from 0 to n - 1. Throws `RangeError` where nothing is left to choose from.
 * @see https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export function generatedPassword(options: PasswordOptions, randomBelow: (limit: number) => number): string {
  const excluded = new Set(options.excludeCharacters ?? '')
  const kinds = [
    options.excludeLowercase === true ? '' : 'abcdefghijklmnopqrstuvwxyz',
    options.excludeUppercase === true ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    options.excludeNumbers === true ? '' : '0123456789',
    options.excludePunctuation === true ? '' : PUNCTUATION,
    options.includeSpace === true ? ' ' : '',
  ].map((characters) => [...characters].filter((character) => !excluded.has(character))).filter(({ length }) => length > 0)
  const all = kinds.flat()
  if (all.length === 0) throw new RangeError('GenerateSecretString excludes every character.')
  const pick = (characters: readonly string[]) => characters[randomBelow(characters.length)] ?? ''
  const password = options.requireEachIncludedType === false ? [] : kinds.map(pick)
  while (password.length < (options.length ?? 32)) password.push(pick(all))
  for (let index = password.length - 1; index > 0; index -= 1) {
    const other = randomBelow(index + 1)
    ;[password[index], password[other]] = [password[other] ?? '', password[index] ?? '']
  }
  return password.join('')
}
