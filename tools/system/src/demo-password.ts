const CONSONANTS = 'bdfghkmnprstvz'
const VOWELS = 'aeiou'
const DIGITS = '23456789'

/**
 * A password that is easy to read out and to type, and meets the user pool's policy: three words of two syllables, four digits.
 * `randomBelow` answers a whole number from 0 up to, and without, its limit.
 *
 * @example demoPassword(randomInt)  // 'Kebo-vuna-tiri-4728'
 */
export function demoPassword(randomBelow: (limit: number) => number): string {
  const one = (letters: string) => letters.charAt(randomBelow(letters.length))
  const word = () => [CONSONANTS, VOWELS, CONSONANTS, VOWELS].map(one).join('')
  const [first, ...others] = [word(), word(), word()]
  return [first.charAt(0).toUpperCase() + first.slice(1), ...others, Array.from({ length: 4 }, () => one(DIGITS)).join('')].join('-')
}
