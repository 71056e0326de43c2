/**
 * Text that others chose, as a device chooses its client id, on one line: control characters, which could move the cursor, set a
 * window's title or forge a line, are written as JSON writes them. So are those that nobody sees, and those that turn the direction of a
 * text.
 *
 * @example oneLine('a\u001b[2Jb\nc')  // 'a\\u001b[2Jb\\nc'
 */
export const oneLine = (text: string): string => printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t')

/**
 * The same for an entry that may have several lines, as an error with its stack: all but the first are indented, so that none passes for an
 * entry.
 */
export const entryOf = (text: string): string => printable(text).replaceAll('\n', '\n    ')

/** The same for what is written to a terminal at last: lines and tabs stay, and JSON remains JSON with the same value. */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what this is about
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (character) =>
    character === '\r' ? '\\r' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
