const RESERVED = new Set(
  'select from where as set case when then else end and or not true false null in exists'.split(' '),
)
const IDENTIFIER = /^[A-Za-z_]\w*$/

/** Words that can not name an attribute; after a dot and after AS they can. */
export const isReserved = (word: string): boolean => RESERVED.has(word.toLowerCase())
/** Whether dot notation and AS can write this name; any other takes `get(object, 'name')`. */
export const isIdentifier = (name: string): boolean => IDENTIFIER.test(name)
