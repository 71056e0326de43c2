import { ignored } from '../properties/property.ts'

/** Tags on anything. */
export const tags = ignored('nothing here is billed or searched by tag')
