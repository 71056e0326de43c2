/**
 * The text without those of its last characters that are in `characters`. A regular expression would begin anew at each of them, wherever
 * they stand.
 */
export function trimEnd(text: string, characters: string): string {
  let end = text.length
  while (end > 0 && characters.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}
