/** Text as HTML: nothing in it is markup. */
export const escaped = (value: string) => value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
