import { ignored } from './property.ts'

/** Tags on anything. */
export const tags = ignored('nothing here is billed or searched by tag')
